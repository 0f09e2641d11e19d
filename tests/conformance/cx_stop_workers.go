package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	var stopped atomic.Int64
	ticks := make(chan bool)
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-ctx.Done():
					stopped.Add(1)
					return
				case ticks <- true:
				}
			}
		})
	}
	for range 10 {
		<-ticks
	}
	cancel()
	wg.Wait()
	time.Sleep(20 * time.Millisecond)
	fmt.Printf("stopped\t%d\t%d\n", stopped.Load(), runtime.NumGoroutine())
}
