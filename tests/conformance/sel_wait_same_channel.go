package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	first, second := 0, 0
	for range 200 {
		ch, taken := make(chan int), make(chan int)
		go func() {
			select {
			case <-ch:
				taken <- 1
			case <-ch:
				taken <- 2
			}
		}()
		ch <- 0
		if <-taken == 1 {
			first++
		} else {
			second++
		}
		go func() { ch <- <-ch + 1 }()
		select {
		case ch <- 10:
		case ch <- 20:
		}
		if <-ch == 11 {
			first++
		} else {
			second++
		}
	}
	fmt.Println(first > 100, second > 100, first+second)
}
