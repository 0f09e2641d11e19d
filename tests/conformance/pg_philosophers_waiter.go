package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	const N = 5
	seats := make(chan bool, N-1)
	var wg sync.WaitGroup
	var meals atomic.Int64
	var forks [N]sync.Mutex
	for i := range N {
		wg.Go(func() {
			for range 6 {
				seats <- true
				forks[i].Lock()
				runtime.Gosched()
				forks[(i+1)%N].Lock()
				meals.Add(1)
				forks[(i+1)%N].Unlock()
				forks[i].Unlock()
				<-seats
			}
		})
	}
	wg.Wait()
	fmt.Printf("meals\t%d\n", meals.Load())
}
