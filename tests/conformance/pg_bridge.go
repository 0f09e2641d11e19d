package main

import (
	"fmt"
)

func main() {
	chans := make(chan chan int)
	go func() {
		for i := 1; i <= 5; i++ {
			c := make(chan int, 2)
			c <- i * 10
			c <- i*10 + 1
			close(c)
			chans <- c
		}
		close(chans)
	}()
	bridge := func(cc chan chan int) chan int {
		out := make(chan int)
		go func() {
			for c := range cc {
				for v := range c {
					out <- v
				}
			}
			close(out)
		}()
		return out
	}
	for v := range bridge(chans) {
		fmt.Println(v)
	}
}
