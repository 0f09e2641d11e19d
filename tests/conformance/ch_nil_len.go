package main

import (
	"fmt"
)

func main() {
	var c chan int
	fmt.Printf("%d\t%d\n", len(c), cap(c))
	select {
	case <-c:
		fmt.Println("received")
	default:
		fmt.Println("not ready to receive")
	}
	select {
	case c <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("not ready to send")
	}
}
