package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var most atomic.Int64
	var wg sync.WaitGroup
	for g := 1; g <= 10; g++ {
		wg.Go(func() {
			for i := 1; i <= 30; i++ {
				v := int64((g*7919 + i*104729) % 10007)
				for {
					old := most.Load()
					if v <= old || most.CompareAndSwap(old, v) {
						break
					}
					runtime.Gosched()
				}
			}
		})
	}
	wg.Wait()
	want := int64(0)
	for g := 1; g <= 10; g++ {
		for i := 1; i <= 30; i++ {
			want = max(want, int64((g*7919+i*104729)%10007))
		}
	}
	fmt.Printf("%d\t%t\n", most.Load(), most.Load() == want)
}
