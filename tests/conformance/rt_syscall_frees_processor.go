package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
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
	spawn(func() { L("compute") })
	spawn(func() {
		L("call")
		pause := syscall.NsecToTimespec(int64(100 * time.Millisecond))
		syscall.Nanosleep(&pause, nil)
		L("returned")
	})
	spawn(func() {
		time.Sleep(20 * time.Millisecond)
		L("slept")
	})
	W.Wait()
	fmt.Println(strings.Join(log, " "))
}
