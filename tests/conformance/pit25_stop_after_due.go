package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	t := time.NewTimer(10 * ms)
	time.Sleep(40 * ms)
	fmt.Println("stop", t.Stop(), "again", t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale value")
	default:
		fmt.Println("nothing there")
	}
	fired := make(chan bool, 1)
	f := time.AfterFunc(10*ms, func() { fired <- true })
	<-fired
	fmt.Println("func timer", f.Stop())
	t.Reset(10 * ms)
	<-t.C
	fmt.Println("received", t.Stop())
}
