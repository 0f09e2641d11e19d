package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	type settings struct{ version, twice int }
	var config atomic.Value
	config.Store(settings{1, 2})
	var wg sync.WaitGroup
	var torn atomic.Int64
	for range 4 {
		wg.Go(func() {
			for range 50 {
				c := config.Load().(settings)
				if c.twice != 2*c.version {
					torn.Add(1)
				}
				runtime.Gosched()
			}
		})
	}
	for v := 2; v <= 20; v++ {
		config.Store(settings{v, 2 * v})
		runtime.Gosched()
	}
	wg.Wait()
	fmt.Printf("version\t%d\ttorn\t%d\n", config.Load().(settings).version, torn.Load())
}
