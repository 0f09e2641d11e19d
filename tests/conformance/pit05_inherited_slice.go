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
	stop, waited, rounds := false, time.Duration(0), 0
	start := time.Now()
	spawn(func() {
		for !stop {
			ping <- 1
			<-pong
			rounds++
		}
		close(ping)
	})
	spawn(func() {
		waited = time.Since(start)
		stop = true
	})
	spawn(func() {
		for range ping {
			pong <- 1
		}
	})
	W.Wait()
	fmt.Printf("many rounds\t%t\n", rounds > 100)
	fmt.Printf("the third waited a slice\t%t\t%t\n", waited > 8*time.Millisecond, waited < 200*time.Millisecond)
}
