package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	ask := func(delay time.Duration) {
		answer := make(chan string, 1)
		go func() {
			time.Sleep(delay)
			answer <- "answer"
		}()
		select {
		case v := <-answer:
			fmt.Println(v)
		case <-time.After(60 * ms):
			fmt.Println("timeout")
		}
	}
	ask(10 * ms)
	ask(200 * ms)
	ask(0)
}
