package main

import (
	"fmt"
)

func main() {
	var a chan int
	fmt.Println("selecting")
	select {
	case a <- 1:
	}
}
