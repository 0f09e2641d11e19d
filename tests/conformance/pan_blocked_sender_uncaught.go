package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	time.Sleep(20 * time.Millisecond)
	fmt.Println("closed")
	close(c)
	time.Sleep(time.Second)
	fmt.Println("never")
}
