package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	ms := time.Millisecond
	start := time.Now()
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { time.Sleep(50 * ms) })
	}
	wg.Wait()
	d := time.Since(start)
	fmt.Printf("%t\t%t\n", d >= 50*ms, d < 500*ms)
}
