// Park goroutines for ever; what a goroutine costs in memory.
package main

import (
	"os"
	"strconv"
	"sync"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	ch := make(chan int)
	var wg sync.WaitGroup
	park := func() {
		wg.Done()
		<-ch
	}
	wg.Add(n)
	for i := 0; i < n; i++ {
		go park()
	}
	wg.Wait()
}
