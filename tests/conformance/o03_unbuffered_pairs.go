package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

var log []string

// L notes what happens in memory: printing is a system call and would change the order.
func L(format string, a ...any) { log = append(log, fmt.Sprintf(format, a...)) }

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	time.Sleep(time.Millisecond) // begin with a fresh slice
	c, done := make(chan int), make(chan bool)
	go func() {
		for v := range c {
			L("r%d", v)
		}
		L("closed")
		done <- true
	}()
	for i := range 5 {
		L("s%d", i)
		c <- i
	}
	close(c)
	L("close")
	<-done
	L("end")
	fmt.Println(strings.Join(log, " "))
}
