// Four goroutines that read under a read lock.
package main

import (
	"os"
	"strconv"
	"sync"
)

var sink int

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var mu sync.RWMutex
	counter := 0
	var wg sync.WaitGroup
	worker := func() {
		for i := 0; i < n/4; i++ {
			mu.RLock()
			sink = counter
			mu.RUnlock()
		}
		wg.Done()
	}
	wg.Add(4)
	for i := 0; i < 4; i++ {
		go worker()
	}
	wg.Wait()
}
