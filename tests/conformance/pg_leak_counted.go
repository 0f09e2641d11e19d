package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	first := func(n int) bool {
		c := make(chan int)
		for i := 1; i <= n; i++ {
			go func() { c <- i }()
		}
		v := <-c
		return v >= 1 && v <= n
	}
	fmt.Println(first(5))
	time.Sleep(20 * time.Millisecond)
	fmt.Printf("goroutines\t%d\n", runtime.NumGoroutine())
}
