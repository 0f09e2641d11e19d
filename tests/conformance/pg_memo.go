package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	type entry struct {
		ready chan bool
		value int
	}
	var mu sync.Mutex
	cache := map[string]*entry{}
	var calls, sum atomic.Int64
	get := func(key string) int {
		mu.Lock()
		e := cache[key]
		if e == nil {
			e = &entry{ready: make(chan bool)}
			cache[key] = e
			mu.Unlock()
			calls.Add(1)
			time.Sleep(10 * time.Millisecond)
			e.value = len(key) * 100
			close(e.ready)
		} else {
			mu.Unlock()
			<-e.ready
		}
		return e.value
	}
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			for _, k := range []string{"a", "bb", "ccc", "dddd"} {
				sum.Add(int64(get(k)))
			}
		})
	}
	wg.Wait()
	fmt.Printf("calls\t%d\tsum\t%d\n", calls.Load(), sum.Load())
}
