package main

import (
	"fmt"
)

func main() {
	ready := make(chan string, 1)
	ready <- "ready"
	ch := func(name string, c chan int) chan int {
		fmt.Printf("channel\t%s\n", name)
		return c
	}
	str := func(name string, c chan string) chan string {
		fmt.Printf("channel\t%s\n", name)
		return c
	}
	value := func(v int) int {
		fmt.Printf("value\t%d\n", v)
		return v
	}
	select {
	case ch("a", nil) <- value(1):
	case v := <-str("b", ready):
		fmt.Printf("taken\t%s\n", v)
	case ch("c", make(chan int)) <- value(2):
	}
}
