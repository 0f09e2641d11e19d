package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var forks [3]sync.Mutex
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			forks[i].Lock()
			time.Sleep(50 * time.Millisecond)
			forks[(i+1)%3].Lock()
			fmt.Println("eats")
		})
	}
	fmt.Println("three sit down")
	wg.Wait()
}
