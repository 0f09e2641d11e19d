package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

func main() {
	ms := time.Millisecond
	a, b := make(chan string), make(chan string)
	var sent atomic.Int64
	got := make(chan string)
	go func() {
		i, v := 0, ""
		select {
		case v = <-a:
			i = 1
		case v = <-b:
			i = 2
		}
		got <- fmt.Sprintf("case %d value %s", i, v)
	}()
	time.Sleep(30 * ms)
	go func() { a <- "from a"; sent.Add(1) }()
	time.Sleep(30 * ms)
	go func() { b <- "from b"; sent.Add(1) }()
	fmt.Println(<-got)
	time.Sleep(30 * ms)
	fmt.Printf("sent\t%d\n", sent.Load())
	select {
	case v := <-b:
		fmt.Printf("later\t%s\n", v)
	default:
		fmt.Println("lost")
	}
}
