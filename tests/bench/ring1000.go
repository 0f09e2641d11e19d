// Send a token round a ring of 1000 goroutines.
package main

import (
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	first := make(chan int)
	from := first
	for i := 0; i < 999; i++ {
		to := make(chan int)
		go func(from, to chan int) {
			for {
				v := <-from
				to <- v + 1
			}
		}(from, to)
		from = to
	}
	for i := 0; i < n/1000; i++ {
		first <- i
		<-from
	}
}
