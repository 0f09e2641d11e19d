package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
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
	c := make(chan int, 2)
	c <- 0
	c <- 1
	for i := 2; i <= 4; i++ {
		spawn(func() {
			c <- i
			L("sent%d", i)
		})
		runtime.Gosched()
	}
	for range 5 {
		v := <-c
		L("got%d", v)
		L("len%d", len(c))
	}
	W.Wait()
	fmt.Println(strings.Join(log, " "))
}
