package main

import (
	"fmt"
)

func main() {
	const N, laps = 100, 20
	first := make(chan int)
	in := first
	for i := 2; i <= N; i++ {
		out, from := make(chan int), in
		go func() {
			for v := range from {
				out <- v + 1
			}
			close(out)
		}()
		in = out
	}
	v := 0
	for range laps {
		token := v
		go func() { first <- token + 1 }()
		v = <-in
	}
	close(first)
	_, ok := <-in
	fmt.Printf("%d\t%t\n", v, ok)
}
