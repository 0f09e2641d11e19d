package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var b atomic.Bool
	fmt.Println(b.Load(), b.Swap(true), b.Load(), b.CompareAndSwap(false, true), b.CompareAndSwap(true, false), b.Load())
	var won atomic.Int64
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			if b.CompareAndSwap(false, true) {
				won.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println("winners", won.Load())
}
