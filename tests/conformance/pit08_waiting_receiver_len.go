package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan string, 3)
	got := make(chan string, 1)
	go func() { got <- <-c }()
	time.Sleep(30 * time.Millisecond)
	c <- "direct"
	fmt.Println("len", len(c), "cap", cap(c))
	c <- "buffered"
	fmt.Println("len", len(c), "cap", cap(c))
	fmt.Println(<-got, <-c)
}
