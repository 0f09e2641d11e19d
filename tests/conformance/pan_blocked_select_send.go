package main

import (
	"fmt"
	"time"
)

func main() {
	c, other := make(chan int), make(chan int)
	go func() {
		select {
		case c <- 1:
		case <-other:
		}
	}()
	time.Sleep(20 * time.Millisecond)
	fmt.Println("closing")
	close(c)
	time.Sleep(time.Second)
	fmt.Println("never")
}
