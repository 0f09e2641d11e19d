package main

import (
	"fmt"
)

func main() {
	var c chan int
	fmt.Println("ranging")
	for v := range c {
		fmt.Println(v)
	}
}
