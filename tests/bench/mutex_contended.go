// Four goroutines that share a counter under a mutex.
package main

import (
	"os"
	"strconv"
	"sync"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var mu sync.Mutex
	counter := 0
	var wg sync.WaitGroup
	worker := func() {
		for i := 0; i < n/4; i++ {
			mu.Lock()
			counter++
			mu.Unlock()
		}
		wg.Done()
	}
	wg.Add(4)
	for i := 0; i < 4; i++ {
		go worker()
	}
	wg.Wait()
}
