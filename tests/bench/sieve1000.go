// The prime sieve of a chain of filters, one for each prime.
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	ch := make(chan int)
	go func(ch chan int) {
		for i := 2; ; i++ {
			ch <- i
		}
	}(ch)
	prime := 0
	for i := 0; i < n; i++ {
		prime = <-ch
		to := make(chan int)
		go func(from, to chan int, prime int) {
			for {
				i := <-from
				if i%prime != 0 {
					to <- i
				}
			}
		}(ch, to, prime)
		ch = to
	}
	fmt.Println(prime)
}
