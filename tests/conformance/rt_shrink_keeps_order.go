package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	runtime.GOMAXPROCS(2)
	var n atomic.Int64
	var wg sync.WaitGroup
	for range 500 {
		wg.Go(func() { n.Add(1) })
	}
	runtime.GOMAXPROCS(1)
	wg.Wait()
	fmt.Println(n.Load())
}
