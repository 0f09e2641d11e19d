package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	c, log := make(chan any), make(chan string, 10)
	for i := 1; i <= 4; i++ {
		go func() {
			v, ok := <-c
			log <- fmt.Sprintf("receiver %d got %v %t", i, v, ok)
		}()
		time.Sleep(25 * ms)
	}
	c <- "a"
	time.Sleep(25 * ms)
	c <- "b"
	time.Sleep(25 * ms)
	c <- "c"
	time.Sleep(25 * ms)
	close(c)
	for range 4 {
		fmt.Println(<-log)
	}
}
