package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	start := time.Now()
	t := time.NewTimer(20 * ms)
	fmt.Printf("active\t%t\n", t.Reset(120*ms))
	<-t.C
	fmt.Printf("late\t%t\n", time.Since(start) >= 120*ms)
	fmt.Printf("received\t%t\n", t.Reset(20*ms))
	time.Sleep(60 * ms)
	fmt.Printf("due, not received\t%t\n", t.Reset(time.Hour))
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
	fmt.Printf("stop\t%t\tstopped\t%t\n", t.Stop(), t.Reset(10*ms))
	<-t.C
	fmt.Println("fired again")
}
