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
	go func() { L("g") }()
	time.Sleep(0)
	L("a")
	<-time.After(0)
	L("b")
	fmt.Println(strings.Join(log, " "))
	time.Sleep(1)
	L("c")
	all := strings.Join(log, " ")
	fmt.Println(all == "a b c" || all == "a b g c")
}
