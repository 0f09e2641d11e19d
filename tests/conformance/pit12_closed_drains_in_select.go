package main

import (
	"fmt"
)

func main() {
	c := make(chan int, 3)
	for i := 1; i <= 3; i++ {
		c <- i * 10
	}
	close(c)
	for range 5 {
		select {
		case v, ok := <-c:
			fmt.Println(v, ok, len(c))
		}
	}
}
