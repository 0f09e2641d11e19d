package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var runs, sum atomic.Int64
	var wg sync.WaitGroup
	get := sync.OnceValue(func() int64 {
		runs.Add(1)
		time.Sleep(20 * time.Millisecond)
		return 42
	})
	for range 6 {
		wg.Go(func() { sum.Add(get()) })
	}
	wg.Wait()
	fmt.Printf("runs\t%d\tsum\t%d\t%d\n", runs.Load(), sum.Load(), get())
}
