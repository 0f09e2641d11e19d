package main

import (
	"fmt"
)

func main() {
	c := make(chan int)
	n, first := 0, 0
	go func() {
		for range 600 {
			c <- 1
		}
		close(c)
	}()
	for open := true; open; {
		select {
		case v, ok := <-c:
			if ok {
				n, first = n+v, first+1
			} else {
				open = false
			}
		case v, ok := <-c:
			if ok {
				n += v
			} else {
				open = false
			}
		}
	}
	fmt.Printf("%d\t%t\n", n, first > 100 && first < 500)
}
