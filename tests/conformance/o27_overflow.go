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
	var order []int
	for i := range 300 {
		wg.Add(1)
		go func() {
			order = append(order, i)
			wg.Done()
		}()
	}
	wg.Wait()
	// the half that moved away ends before the first one that stayed; the one that found the queue full went with it
	stayed := order[1]
	if stayed == 0 { // a 61st tick came at once
		stayed = order[2]
	}
	moved := func(i int) bool { return i < stayed || i == stayed+128 }
	last, rising, early, locals := map[bool]int{true: -1, false: -1}, true, 0, 0
	for _, i := range order[1:] {
		if i <= last[moved(i)] {
			rising = false
		}
		last[moved(i)] = i
		if !moved(i) {
			locals++
		}
		if moved(i) && locals < 298-stayed {
			early++
		}
	}
	fmt.Printf("ran\t%d\tfirst\t%d\n", len(order), order[0])
	fmt.Printf("half moved away\t%t\n", stayed > 120 && stayed <= 128)
	fmt.Printf("the overflowing one is last\t%t\n", order[299] == stayed+128)
	fmt.Printf("each queue in order\t%t\n", rising)
	fmt.Printf("one to three early ones from the global queue\t%t\n", early >= 1 && early <= 3)
}
