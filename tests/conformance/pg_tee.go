package main

import (
	"fmt"
)

func main() {
	tee := func(in chan int) (chan int, chan int) {
		a, b := make(chan int), make(chan int)
		go func() {
			for v := range in {
				x, y := a, b
				for range 2 {
					select {
					case x <- v:
						x = nil
					case y <- v:
						y = nil
					}
				}
			}
			close(a)
			close(b)
		}()
		return a, b
	}
	src := make(chan int)
	go func() {
		for i := 1; i <= 6; i++ {
			src <- i * i
		}
		close(src)
	}()
	a, b := tee(src)
	for v := range a {
		fmt.Printf("%d\t%d\n", v, <-b)
	}
}
