package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var rw sync.RWMutex
	var wg sync.WaitGroup
	var readers, writers, clash atomic.Int64
	var together atomic.Bool
	for i := 1; i <= 8; i++ {
		wg.Go(func() {
			for range 5 {
				if i <= 2 {
					rw.Lock()
					if writers.Add(1) != 1 || readers.Load() != 0 {
						clash.Add(1)
					}
					time.Sleep(time.Millisecond)
					writers.Add(-1)
					rw.Unlock()
				} else {
					rw.RLock()
					if readers.Add(1) > 1 {
						together.Store(true)
					}
					if writers.Load() != 0 {
						clash.Add(1)
					}
					time.Sleep(2 * time.Millisecond)
					readers.Add(-1)
					rw.RUnlock()
				}
			}
		})
	}
	wg.Wait()
	fmt.Printf("clashes\t%d\treaders together\t%t\n", clash.Load(), together.Load())
}
