package main

import (
	"fmt"
)

func main() {
	c := make(chan int, 3)
	produce := func(out chan<- int, n int) {
		for i := 1; i <= n; i++ {
			out <- i
		}
		close(out)
	}
	consume := func(in <-chan int) int {
		sum := 0
		for v := range in {
			sum += v
		}
		return sum
	}
	produce(c, 3)
	var r <-chan int = c
	var s chan<- int = c
	fmt.Printf("%d\t%d\t%d\t%d\n", len(r), cap(r), len(s), cap(s))
	fmt.Printf("%d\t%t\t%t\n", consume(r), r == (<-chan int)(c), s == (chan<- int)(c))
}
