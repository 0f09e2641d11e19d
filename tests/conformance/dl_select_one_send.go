package main

import (
	"fmt"
)

func main() {
	a := make(chan int, 1)
	a <- 1
	fmt.Println("selecting")
	select {
	case a <- 2:
	}
}
