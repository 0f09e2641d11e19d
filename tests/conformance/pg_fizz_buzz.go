package main

import (
	"fmt"
	"strconv"
	"sync"
)

func main() {
	var mu sync.Mutex
	turn := sync.NewCond(&mu)
	n := 1
	var out []string
	worker := func(text string, mine func(int) bool) func() {
		return func() {
			mu.Lock()
			defer mu.Unlock()
			for n <= 20 {
				if !mine(n) {
					turn.Wait()
					continue
				}
				if text == "" {
					out = append(out, strconv.Itoa(n))
				} else {
					out = append(out, text)
				}
				n++
				turn.Broadcast()
			}
		}
	}
	var wg sync.WaitGroup
	wg.Go(worker("fizzbuzz", func(i int) bool { return i%15 == 0 }))
	wg.Go(worker("fizz", func(i int) bool { return i%3 == 0 && i%5 != 0 }))
	wg.Go(worker("buzz", func(i int) bool { return i%5 == 0 && i%3 != 0 }))
	wg.Go(worker("", func(i int) bool { return i%3 != 0 && i%5 != 0 }))
	wg.Wait()
	fmt.Println(out)
}
