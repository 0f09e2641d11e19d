package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	const M = 4
	var mu sync.Mutex
	empty, full := sync.NewCond(&mu), sync.NewCond(&mu)
	servings, refills, eaten, wrong := 0, 0, 0, 0
	var wg sync.WaitGroup
	over := false
	go func() {
		mu.Lock()
		for !over {
			if servings == 0 {
				servings = M
				refills++
				full.Broadcast()
			}
			empty.Wait()
		}
		mu.Unlock()
	}()
	for range 5 {
		wg.Go(func() {
			for range 8 {
				mu.Lock()
				for servings == 0 {
					empty.Signal()
					full.Wait()
				}
				servings--
				if servings < 0 {
					wrong++
				}
				eaten++
				mu.Unlock()
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
	mu.Lock()
	over = true
	mu.Unlock()
	empty.Signal()
	fmt.Printf("eaten\t%d\trefills\t%d\twrong\t%d\n", eaten, refills, wrong)
}
