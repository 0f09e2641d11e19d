package main

import (
	"fmt"
)

func main() {
	type request struct {
		n     int
		reply chan int
	}
	requests := make(chan request)
	go func() {
		for r := range requests {
			r.reply <- r.n * r.n
		}
	}()
	for i := 1; i <= 5; i++ {
		reply := make(chan int)
		requests <- request{i, reply}
		fmt.Printf("%d\t%d\n", i, <-reply)
	}
	close(requests)
}
