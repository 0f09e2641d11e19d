package main

import (
	"fmt"
	"time"
)

func main() {
	tick := time.NewTicker(10 * time.Millisecond)
	n := 0
	for range tick.C {
		n++
		fmt.Printf("tick\t%d\n", n)
		if n == 2 {
			tick.Stop()
		}
	}
}
