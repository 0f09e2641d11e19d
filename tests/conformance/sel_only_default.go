package main

import (
	"fmt"
)

func main() {
	n := 0
	for range 5 {
		select {
		default:
			n++
		}
	}
	fmt.Println(n)
}
