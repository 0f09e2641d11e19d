package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	ms := time.Millisecond
	ctx, cancel := context.WithCancel(context.Background())
	answers := make(chan string, 3)
	var cancelled atomic.Int64
	var wg sync.WaitGroup
	for i, d := range []time.Duration{200 * ms, 20 * ms, 300 * ms} {
		wg.Go(func() {
			select {
			case <-time.After(d):
				answers <- fmt.Sprint("replica ", i+1)
			case <-ctx.Done():
				cancelled.Add(1)
			}
		})
	}
	fmt.Println(<-answers)
	cancel()
	wg.Wait()
	fmt.Printf("cancelled\t%d\n", cancelled.Load())
}
