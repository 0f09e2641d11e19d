package main

import (
	"fmt"
	"time"
)

func main() {
	for i, d := range []time.Duration{time.Nanosecond, time.Microsecond, time.Millisecond, time.Second, time.Minute, time.Hour} {
		if i > 0 {
			fmt.Print(" ")
		}
		fmt.Print(int64(d))
	}
	fmt.Println()
	fmt.Println(2*time.Hour + 3*time.Minute + 4*time.Second + 5*time.Millisecond)
	fmt.Printf("%d\t%t\n", time.Second/time.Millisecond, time.Hour/time.Minute == 60)
}
