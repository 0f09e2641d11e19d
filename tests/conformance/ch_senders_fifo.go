package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int, 1)
	for i := 1; i <= 5; i++ {
		go func() { c <- i }()
		time.Sleep(25 * time.Millisecond)
	}
	for range 5 {
		fmt.Println(<-c)
	}
}
