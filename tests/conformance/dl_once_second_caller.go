package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var once sync.Once
	go func() {
		once.Do(func() { <-make(chan int) })
	}()
	time.Sleep(30 * time.Millisecond)
	fmt.Println("second caller")
	once.Do(func() { fmt.Println("never") })
}
