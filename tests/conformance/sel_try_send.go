package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int, 2)
	try := func(v int) {
		select {
		case c <- v:
			fmt.Printf("sent\t%d\t%d\n", v, len(c))
		default:
			fmt.Printf("full\t%d\t%d\n", v, len(c))
		}
	}
	for v := 1; v <= 4; v++ {
		try(v)
	}
	<-c
	try(5)
	u, got := make(chan string), make(chan string)
	go func() { got <- <-u }()
	time.Sleep(30 * time.Millisecond)
	select {
	case u <- "taken":
	default:
		fmt.Println("nobody waits")
	}
	fmt.Println(<-got)
}
