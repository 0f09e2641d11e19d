package main

import (
	"fmt"
	"time"
)

func main() {
	a, b, got := make(chan any), make(chan any), make(chan string)
	go func() {
		select {
		case <-a:
			got <- "a"
		case v, ok := <-b:
			got <- fmt.Sprintf("b %v %t", v, ok)
		}
	}()
	time.Sleep(30 * time.Millisecond)
	close(b)
	fmt.Println(<-got)
}
