package main

import (
	"fmt"
)

func main() {
	a := make(chan int)
	fmt.Println("selecting")
	select {
	case <-a:
	}
}
