// Start goroutines that end at once, 1000 at a time.
package main

import (
	"os"
	"strconv"
	"sync"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var wg sync.WaitGroup
	task := func() { wg.Done() }
	for i := 0; i < n/1000; i++ {
		wg.Add(1000)
		for j := 0; j < 1000; j++ {
			go task()
		}
		wg.Wait()
	}
}
