package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	const N = 5
	var mu sync.Mutex
	turn := sync.NewCond(&mu)
	waiting, phase := 0, 0
	var early atomic.Int64
	barrier := func() {
		mu.Lock()
		mine := phase
		waiting++
		if waiting == N {
			waiting = 0
			phase++
			turn.Broadcast()
		} else {
			for phase == mine {
				turn.Wait()
			}
		}
		mu.Unlock()
	}
	var done [N]int
	var wg sync.WaitGroup
	for i := range N {
		wg.Go(func() {
			for p := 1; p <= 6; p++ {
				time.Sleep(time.Duration((i+1)*p%4) * time.Millisecond)
				done[i] = p
				barrier()
				for k := range N {
					if done[k] < p {
						early.Add(1)
					}
				}
				barrier()
			}
		})
	}
	wg.Wait()
	fmt.Printf("phases\t%d\tearly\t%d\n", phase, early.Load())
}
