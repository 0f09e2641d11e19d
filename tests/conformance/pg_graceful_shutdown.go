package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	ms := time.Millisecond
	requests, quit := make(chan bool), make(chan bool)
	var wg sync.WaitGroup
	var finished, refused atomic.Int64
	wg.Go(func() {
		for {
			select {
			case <-requests:
			case <-quit:
				return
			}
			wg.Go(func() {
				time.Sleep(50 * ms)
				finished.Add(1)
			})
		}
	})
	for range 8 {
		requests <- true
	}
	fmt.Printf("finished at shutdown\t%d\n", finished.Load())
	close(quit)
	wg.Wait()
	select {
	case requests <- true:
	case <-time.After(20 * ms):
		refused.Add(1)
	}
	fmt.Printf("finished\t%d\trefused\t%d\n", finished.Load(), refused.Load())
}
