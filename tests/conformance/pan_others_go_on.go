package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		time.Sleep(20 * time.Millisecond)
		fmt.Println("another goroutine")
	}()
	defer func() {
		time.Sleep(60 * time.Millisecond)
		fmt.Println("deferred")
	}()
	panic("slow death")
}
