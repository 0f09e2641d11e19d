package main

import (
	"fmt"
	"time"
)

func main() {
	results := make(chan int)
	go func() {
		for i := 1; i <= 3; i++ {
			for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
			}
			results <- i
		}
		make(chan string) <- "nobody takes this"
	}()
	for range 4 {
		fmt.Println(<-results)
	}
}
