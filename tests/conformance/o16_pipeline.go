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
	gen, sq := make(chan int), make(chan int)
	go func() {
		for i := 1; i <= 4; i++ {
			L("gen%d", i)
			gen <- i
		}
		close(gen)
	}()
	go func() {
		for v := range gen {
			L("sq%d", v)
			sq <- v * v
		}
		close(sq)
	}()
	for v := range sq {
		L("out%d", v)
	}
	fmt.Println(strings.Join(log, " "))
}
