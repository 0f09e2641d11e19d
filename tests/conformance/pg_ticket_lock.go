package main

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

func main() {
	var next, serving atomic.Int64
	n := 0
	var wg sync.WaitGroup
	var order []int64
	for range 6 {
		wg.Go(func() {
			for range 10 {
				mine := next.Add(1) - 1
				for serving.Load() != mine {
					runtime.Gosched()
				}
				n++
				order = append(order, mine)
				serving.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Printf("%d\t%t\n", n, slices.IsSorted(order))
}
