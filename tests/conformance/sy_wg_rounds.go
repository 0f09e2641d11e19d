package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	var total atomic.Int64
	for round := 1; round <= 5; round++ {
		wg.Add(round)
		for range round {
			go func() {
				total.Add(1)
				wg.Done()
			}()
		}
		wg.Wait()
		fmt.Printf("round\t%d\ttotal\t%d\n", round, total.Load())
	}
	wg.Wait()
	fmt.Println("nothing to wait for")
}
