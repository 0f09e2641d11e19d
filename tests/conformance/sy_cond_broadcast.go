package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	ms := time.Millisecond
	cond := sync.NewCond(new(sync.Mutex))
	var woken atomic.Int64
	for range 6 {
		go func() {
			cond.L.Lock()
			cond.Wait()
			woken.Add(1)
			cond.L.Unlock()
		}()
	}
	time.Sleep(30 * ms)
	cond.Signal()
	time.Sleep(30 * ms)
	fmt.Printf("after a signal\t%d\n", woken.Load())
	cond.Broadcast()
	time.Sleep(30 * ms)
	fmt.Printf("after a broadcast\t%d\n", woken.Load())
}
