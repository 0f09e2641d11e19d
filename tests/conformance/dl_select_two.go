package main

import (
	"fmt"
)

func main() {
	a, b := make(chan int), make(chan int)
	fmt.Println("selecting")
	select {
	case <-a:
	case b <- 1:
	}
}
