package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan string, 2)
	c <- "old"
	c <- "middle"
	go func() { c <- "blocked" }()
	time.Sleep(30 * time.Millisecond)
	fmt.Println(<-c, len(c))
	fmt.Println(<-c, len(c))
	fmt.Println(<-c, len(c))
}
