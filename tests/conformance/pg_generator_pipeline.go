package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var left sync.WaitGroup
	stage := func(f func(emit func(int) bool)) chan int {
		out := make(chan int)
		left.Add(1)
		go func() {
			defer left.Done()
			defer close(out)
			f(func(v int) bool {
				select {
				case out <- v:
					return true
				case <-ctx.Done():
					return false
				}
			})
		}()
		return out
	}
	naturals := stage(func(emit func(int) bool) {
		for i := 1; emit(i); i++ {
		}
	})
	odd := stage(func(emit func(int) bool) {
		for v := range naturals {
			if v%2 == 1 && !emit(v) {
				return
			}
		}
	})
	squares := stage(func(emit func(int) bool) {
		for v := range odd {
			if !emit(v * v) {
				return
			}
		}
	})
	sum := 0
	for range 10 {
		sum += <-squares
	}
	cancel()
	left.Wait()
	fmt.Printf("sum\t%d\tall stages ended\n", sum)
}
