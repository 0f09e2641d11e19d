package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	later := time.After(time.Hour)
	go func() {
		time.Sleep(20 * time.Millisecond)
		fmt.Println("soon", time.Since(start) < time.Second)
	}()
	<-make(chan int)
	fmt.Println("never", <-later)
}
