package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	for _, n := range []int{0, 1} {
		c := make(chan string, n)
		go func() {
			time.Sleep(60 * ms)
			<-c
		}()
		start := time.Now()
		c <- "x"
		fmt.Printf("capacity\t%d\twaited\t%t\n", n, time.Since(start) >= 50*ms)
	}
}
