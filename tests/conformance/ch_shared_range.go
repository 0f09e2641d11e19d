package main

import (
	"fmt"
	"sync"
)

func main() {
	c := make(chan int, 4)
	var wg sync.WaitGroup
	var mu sync.Mutex
	seen := map[int]int{}
	for range 4 {
		wg.Go(func() {
			for v := range c {
				mu.Lock()
				seen[v]++
				mu.Unlock()
			}
		})
	}
	for i := 1; i <= 200; i++ {
		c <- i
	}
	close(c)
	wg.Wait()
	once, others := 0, 0
	for i := 1; i <= 200; i++ {
		if seen[i] == 1 {
			once++
		} else {
			others++
		}
	}
	fmt.Printf("once\t%d\totherwise\t%d\n", once, others)
}
