package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	newSemaphore := func(n int) (func(), func()) {
		var mu sync.Mutex
		free := sync.NewCond(&mu)
		return func() {
				mu.Lock()
				for n == 0 {
					free.Wait()
				}
				n--
				mu.Unlock()
			}, func() {
				mu.Lock()
				n++
				mu.Unlock()
				free.Signal()
			}
	}
	acquire, release := newSemaphore(3)
	var inside, most atomic.Int64
	var wg sync.WaitGroup
	for range 12 {
		wg.Go(func() {
			acquire()
			if n := inside.Add(1); n > most.Load() {
				most.Store(n)
			}
			time.Sleep(2 * time.Millisecond)
			inside.Add(-1)
			release()
		})
	}
	wg.Wait()
	fmt.Printf("most\t%t\tinside\t%d\n", most.Load() <= 3, inside.Load())
}
