package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	var ready atomic.Bool
	var runs, early atomic.Int64
	for range 8 {
		wg.Go(func() {
			once.Do(func() {
				runs.Add(1)
				time.Sleep(40 * time.Millisecond)
				ready.Store(true)
			})
			if !ready.Load() {
				early.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Printf("runs\t%d\tearly\t%d\n", runs.Load(), early.Load())
}
