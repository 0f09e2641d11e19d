package main

import (
	"fmt"
)

func main() {
	leftmost := make(chan int)
	left := leftmost
	for range 2000 {
		right := make(chan int)
		go func(l, r chan int) { l <- 1 + <-r }(left, right)
		left = right
	}
	go func() { left <- 1 }()
	fmt.Println(<-leftmost)
}
