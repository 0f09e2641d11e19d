package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	ms := time.Millisecond
	count := func(what string) {
		time.Sleep(20 * ms)
		fmt.Println(what, runtime.NumGoroutine())
	}
	gate, t := make(chan int), time.NewTicker(time.Hour)
	count("alone")
	for range 5 {
		go func() { <-gate }()
	}
	count("five wait")
	gate <- 1
	gate <- 1
	count("two released")
	close(gate)
	count("gate closed")
	time.AfterFunc(time.Hour, func() { fmt.Println() })
	count("timers are no goroutines")
	t.Stop()
}
