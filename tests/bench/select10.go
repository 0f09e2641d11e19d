// Receive from ten producers with one select.
package main

import (
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var c [10]chan int
	for i := range c {
		c[i] = make(chan int)
		go func(ch chan int, i int) {
			for {
				ch <- i
			}
		}(c[i], i)
	}
	for i := 0; i < n; i++ {
		select {
		case <-c[0]:
		case <-c[1]:
		case <-c[2]:
		case <-c[3]:
		case <-c[4]:
		case <-c[5]:
		case <-c[6]:
		case <-c[7]:
		case <-c[8]:
		case <-c[9]:
		}
	}
}
