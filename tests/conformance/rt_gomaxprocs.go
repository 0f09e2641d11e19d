package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	runtime.GOMAXPROCS(3)
	fmt.Printf("%d\t%d\n", runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-5))
	fmt.Printf("%d\t%d\n", runtime.GOMAXPROCS(2), runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	var n atomic.Int64
	for range 20 {
		wg.Go(func() {
			n.Add(1)
			runtime.Gosched()
			n.Add(1)
		})
	}
	fmt.Printf("%d\t%d\t%d\n", runtime.GOMAXPROCS(1), runtime.GOMAXPROCS(8), runtime.GOMAXPROCS(0))
	wg.Wait()
	fmt.Println(n.Load())
}
