package main

import (
	"fmt"
	"sync"
)

func main() {
	gen := func(n int) chan int {
		out := make(chan int)
		go func() {
			for i := 1; i <= n; i++ {
				out <- i
			}
			close(out)
		}()
		return out
	}
	cube := func(in chan int) chan int {
		out := make(chan int)
		go func() {
			for v := range in {
				out <- v * v * v
			}
			close(out)
		}()
		return out
	}
	merge := func(list ...chan int) chan int {
		out := make(chan int)
		var wg sync.WaitGroup
		for _, c := range list {
			wg.Go(func() {
				for v := range c {
					out <- v
				}
			})
		}
		go func() {
			wg.Wait()
			close(out)
		}()
		return out
	}
	src := gen(50)
	n, sum := 0, 0
	for v := range merge(cube(src), cube(src), cube(src), cube(src)) {
		n, sum = n+1, sum+v
	}
	fmt.Printf("%d\t%d\n", n, sum)
}
