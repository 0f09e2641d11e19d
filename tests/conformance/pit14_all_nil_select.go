package main

import (
	"fmt"
)

func main() {
	var a, b chan int
	fmt.Println("waiting for nothing")
	select {
	case <-a:
	case b <- 1:
	}
	fmt.Println("never")
}
