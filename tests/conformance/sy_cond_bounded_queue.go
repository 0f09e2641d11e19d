package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	const limit = 3
	var mu sync.Mutex
	notFull, notEmpty := sync.NewCond(&mu), sync.NewCond(&mu)
	var queue []int
	most := 0
	put := func(v int) {
		mu.Lock()
		for len(queue) == limit {
			notFull.Wait()
		}
		queue = append(queue, v)
		most = max(most, len(queue))
		mu.Unlock()
		notEmpty.Signal()
	}
	get := func() int {
		mu.Lock()
		for len(queue) == 0 {
			notEmpty.Wait()
		}
		v := queue[0]
		queue = queue[1:]
		mu.Unlock()
		notFull.Signal()
		return v
	}
	var wg sync.WaitGroup
	var sum atomic.Int64
	for p := 1; p <= 3; p++ {
		wg.Go(func() {
			for i := 1; i <= 20; i++ {
				put(p*100 + i)
			}
		})
	}
	for range 4 {
		wg.Go(func() {
			for range 15 {
				sum.Add(int64(get()))
			}
		})
	}
	wg.Wait()
	fmt.Printf("sum\t%d\tleft\t%d\twithin the limit\t%t\n", sum.Load(), len(queue), most <= limit)
}
