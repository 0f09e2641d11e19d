package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var lock atomic.Bool
	var wg sync.WaitGroup
	n := 0
	for range 8 {
		wg.Go(func() {
			for range 25 {
				for !lock.CompareAndSwap(false, true) {
					runtime.Gosched()
				}
				old := n
				runtime.Gosched()
				n = old + 1
				lock.Store(false)
			}
		})
	}
	wg.Wait()
	fmt.Println(n)
}
