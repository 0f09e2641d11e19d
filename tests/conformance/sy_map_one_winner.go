package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var m sync.Map
	var wg sync.WaitGroup
	var stored, loaded, odd atomic.Int64
	for i := range 20 {
		wg.Go(func() {
			runtime.Gosched()
			v, was := m.LoadOrStore("key", i)
			if was {
				loaded.Add(1)
			} else {
				stored.Add(1)
			}
			if w, _ := m.Load("key"); v != w {
				odd.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Printf("stored\t%d\tloaded\t%d\todd\t%d\n", stored.Load(), loaded.Load(), odd.Load())
}
