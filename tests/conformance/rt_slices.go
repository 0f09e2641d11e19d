package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	time.Sleep(time.Millisecond) // begin with a fresh slice
	var wg sync.WaitGroup
	stop := time.Now().Add(150 * time.Millisecond)
	last, turns := 0, 0
	for i := 1; i <= 2; i++ {
		wg.Go(func() {
			for time.Now().Before(stop) {
				if last != i {
					last = i
					turns++
				}
			}
		})
	}
	wg.Wait()
	fmt.Printf("turns\t%t\n", turns >= 4 && turns <= 40)
}
