package main

import (
	"fmt"
)

func main() {
	c := make(chan int, 16)
	go func() {
		for i := 1; i <= 10000; i++ {
			c <- i
		}
		close(c)
	}()
	sum, n, rising, last := 0, 0, true, 0
	for v := range c {
		sum, n = sum+v, n+1
		if v <= last {
			rising = false
		}
		last = v
	}
	fmt.Printf("%d\t%d\t%t\n", n, sum, rising)
}
