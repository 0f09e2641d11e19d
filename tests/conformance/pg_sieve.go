package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	filter := func(in, out chan int, prime int) {
		for v := range in {
			if v%prime != 0 {
				out <- v
			}
		}
	}
	c := make(chan int)
	go func(c chan int) {
		for i := 2; ; i++ {
			c <- i
		}
	}(c)
	var primes []string
	for range 25 {
		p := <-c
		primes = append(primes, strconv.Itoa(p))
		next := make(chan int)
		go filter(c, next, p)
		c = next
	}
	fmt.Println(strings.Join(primes, " "))
}
