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
	n, noted := 0, -1
	spawn(func() {
		runtime.Gosched()
		noted = n
	})
	runtime.Gosched()
	for range 200 {
		spawn(func() { n++ })
	}
	W.Wait()
	fmt.Printf("ran\t%d\tnoted by the 61st\t%t\n", n, noted <= 61)
}
