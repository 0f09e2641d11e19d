package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var rw sync.RWMutex
	var wg sync.WaitGroup
	var bad atomic.Int64
	a, b := 0, 0
	for range 3 {
		wg.Go(func() {
			for range 40 {
				rw.Lock()
				a++
				runtime.Gosched()
				b++
				rw.Unlock()
			}
		})
	}
	for range 5 {
		wg.Go(func() {
			for range 40 {
				rw.RLock()
				x := a
				runtime.Gosched()
				if x != b {
					bad.Add(1)
				}
				rw.RUnlock()
			}
		})
	}
	wg.Wait()
	fmt.Printf("%d\t%d\t%d\n", a, b, bad.Load())
}
