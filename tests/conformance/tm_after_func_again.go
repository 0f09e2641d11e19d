package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

func main() {
	ms := time.Millisecond
	var runs atomic.Int64
	t := time.AfterFunc(30*ms, func() { runs.Add(1) })
	fmt.Printf("stop\t%t\t%t\n", t.Stop(), t.Stop())
	time.Sleep(60 * ms)
	fmt.Printf("runs\t%d\treset\t%t\n", runs.Load(), t.Reset(20*ms))
	time.Sleep(60 * ms)
	fmt.Printf("runs\t%d\tstop\t%t\n", runs.Load(), t.Stop())
	fmt.Printf("reset\t%t\t%t\n", t.Reset(20*ms), t.Reset(30*ms))
	time.Sleep(80 * ms)
	channel := "nil"
	if t.C != nil {
		channel = "not nil"
	}
	fmt.Printf("runs\t%d\tchannel\t%s\n", runs.Load(), channel)
}
