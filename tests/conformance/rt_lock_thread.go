package main

import (
	"fmt"
	"runtime"
)

func main() {
	ping, pong, done := make(chan int), make(chan int), make(chan bool)
	go func() {
		runtime.LockOSThread()
		for v := range ping {
			pong <- v * 2
		}
		runtime.UnlockOSThread()
		close(done)
	}()
	runtime.LockOSThread()
	runtime.LockOSThread()
	sum := 0
	for i := 1; i <= 20; i++ {
		ping <- i
		sum += <-pong
	}
	close(ping)
	<-done
	runtime.UnlockOSThread()
	runtime.UnlockOSThread()
	runtime.UnlockOSThread()
	fmt.Printf("sum\t%d\n", sum)
}
