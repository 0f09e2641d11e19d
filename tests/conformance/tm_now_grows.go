package main

import (
	"fmt"
	"time"
)

func main() {
	last, back := time.Now(), 0
	for range 200 {
		t := time.Now()
		if t.Before(last) {
			back++
		}
		last = t
	}
	a := time.Now()
	time.Sleep(30 * time.Millisecond)
	b := time.Now()
	fmt.Printf("back\t%d\n", back)
	fmt.Printf("%t\t%t\n", b.Sub(a) >= 30*time.Millisecond, time.Since(a) >= b.Sub(a))
}
