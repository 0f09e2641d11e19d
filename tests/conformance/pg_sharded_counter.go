package main

import (
	"fmt"
	"strings"
	"sync"
)

func main() {
	type shard struct {
		mu sync.Mutex
		n  map[string]int
	}
	shards := make([]shard, 4)
	for i := range shards {
		shards[i].n = map[string]int{}
	}
	add := func(key string) {
		s := &shards[len(key)%4]
		s.mu.Lock()
		s.n[key]++
		s.mu.Unlock()
	}
	var wg sync.WaitGroup
	for g := 1; g <= 10; g++ {
		wg.Go(func() {
			for i := 1; i <= 20; i++ {
				add(strings.Repeat("k", (g+i)%7+1))
			}
		})
	}
	wg.Wait()
	total, keys := 0, 0
	for i := range shards {
		for _, n := range shards[i].n {
			total, keys = total+n, keys+1
		}
	}
	fmt.Printf("keys\t%d\ttotal\t%d\n", keys, total)
}
