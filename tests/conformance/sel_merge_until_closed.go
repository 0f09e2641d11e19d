package main

import (
	"fmt"
)

func main() {
	numbers := func(from, to int) chan int {
		c := make(chan int)
		go func() {
			for i := from; i <= to; i++ {
				c <- i
			}
			close(c)
		}()
		return c
	}
	a, b := numbers(1, 20), numbers(101, 130)
	n, sum := 0, 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			n, sum = n+1, sum+v
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			n, sum = n+1, sum+v
		}
	}
	fmt.Printf("%d\t%d\n", n, sum)
}
