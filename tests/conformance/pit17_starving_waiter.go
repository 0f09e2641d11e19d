package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var mu sync.Mutex
	var got atomic.Bool
	waited := make(chan time.Duration, 1)
	mu.Lock()
	go func() {
		start := time.Now()
		mu.Lock()
		waited <- time.Since(start)
		got.Store(true)
		mu.Unlock()
	}()
	time.Sleep(10 * time.Millisecond)
	rounds := 0
	for !got.Load() && rounds < 2000 {
		mu.Unlock()
		mu.Lock()
		for start := time.Now(); time.Since(start) < 200*time.Microsecond; {
		}
		rounds++
	}
	mu.Unlock()
	fmt.Printf("within a few rounds\t%t\n", rounds < 200)
	fmt.Printf("waited less than 60 ms\t%t\n", <-waited < 60*time.Millisecond)
}
