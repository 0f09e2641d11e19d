package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var work, waiters sync.WaitGroup
	var done atomic.Bool
	var early atomic.Int64
	work.Add(2)
	for range 10 {
		waiters.Go(func() {
			work.Wait()
			if !done.Load() {
				early.Add(1)
			}
		})
	}
	time.Sleep(20 * time.Millisecond)
	work.Add(-1)
	time.Sleep(20 * time.Millisecond)
	done.Store(true)
	work.Done()
	waiters.Wait()
	fmt.Printf("too early\t%d\n", early.Load())
}
