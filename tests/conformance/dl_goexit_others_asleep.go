package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	go func() {
		fmt.Println("waiting")
		<-make(chan int)
	}()
	time.Sleep(20 * time.Millisecond)
	runtime.Goexit()
}
