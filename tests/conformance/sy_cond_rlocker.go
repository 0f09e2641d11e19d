package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	cond := sync.NewCond(rw.RLocker())
	ready := false
	var together, wg sync.WaitGroup
	together.Add(3)
	for range 3 {
		wg.Go(func() {
			cond.L.Lock()
			for !ready {
				cond.Wait()
			}
			together.Done()
			together.Wait()
			cond.L.Unlock()
		})
	}
	time.Sleep(30 * time.Millisecond)
	rw.Lock()
	ready = true
	rw.Unlock()
	cond.Broadcast()
	wg.Wait()
	fmt.Println("three readers at once")
}
