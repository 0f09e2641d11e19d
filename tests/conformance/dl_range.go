package main

import (
	"fmt"
)

func main() {
	c := make(chan int, 3)
	for i := 1; i <= 3; i++ {
		c <- i
	}
	for v := range c {
		fmt.Println(v)
	}
}
