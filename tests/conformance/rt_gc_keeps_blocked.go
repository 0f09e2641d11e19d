package main

import (
	"fmt"
	"runtime"
)

func main() {
	out := make(chan int)
	for i := 1; i <= 50; i++ {
		in := make(chan *struct{ n int })
		go func() {
			v := <-in
			out <- v.n + i
		}()
		go func() { in <- &struct{ n int }{100 * i} }()
	}
	runtime.GC()
	sum := 0
	for range 50 {
		sum += <-out
	}
	runtime.GC()
	fmt.Println(sum)
}
