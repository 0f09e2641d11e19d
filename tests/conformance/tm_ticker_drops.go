package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(20 * time.Millisecond)
	time.Sleep(210 * time.Millisecond)
	t.Reset(time.Hour)
	t.Stop()
	n := 0
	t.Reset(20 * time.Millisecond)
	time.Sleep(110 * time.Millisecond)
	for more := true; more; {
		select {
		case <-t.C:
			n++
		default:
			more = false
		}
	}
	fmt.Printf("pending\t%d\n", n)
}
