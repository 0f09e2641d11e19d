package main

import (
	"fmt"
)

func main() {
	n := 2 - 5
	fmt.Println("making")
	_ = make(chan int, n)
}
