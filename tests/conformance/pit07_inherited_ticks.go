package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

var log []string

// L notes what happens in memory: printing is a system call and would change the order.
func L(format string, a ...any) { log = append(log, fmt.Sprintf(format, a...)) }

var W sync.WaitGroup

func spawn(f func()) {
	W.Add(1)
	go func() {
		f()
		W.Done()
	}()
}

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	time.Sleep(time.Millisecond) // begin with a fresh slice
	ping, pong := make(chan int), make(chan int)
	rounds, seen := 0, -1
	spawn(func() {
		for range 300 {
			ping <- 1
			<-pong
			rounds++
		}
		close(ping)
	})
	spawn(func() {
		runtime.Gosched()
		seen = rounds
	})
	for range ping {
		pong <- 1
	}
	W.Wait()
	fmt.Printf("rounds\t%d\tthe one in the global queue saw\t%d\n", rounds, seen)
}
