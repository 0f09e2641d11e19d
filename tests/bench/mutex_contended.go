// Four goroutines that want one mutex, whose owner gives way while it has it.
package main

import (
	"os"
	"runtime"
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
			runtime.Gosched()
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
