package main

import (
	"fmt"
)

func fib(n int) chan int {
	out := make(chan int, 1)
	go func() {
		if n < 2 {
			out <- n
			return
		}
		a, b := fib(n-1), fib(n-2)
		out <- <-a + <-b
	}()
	return out
}

func main() {
	fmt.Println(<-fib(14))
}
