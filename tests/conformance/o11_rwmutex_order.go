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
	var rw sync.RWMutex
	rw.RLock()
	spawn(func() { rw.Lock(); L("W1"); rw.Unlock() })
	runtime.Gosched()
	spawn(func() { rw.RLock(); L("R2"); rw.RUnlock() })
	runtime.Gosched()
	spawn(func() { rw.RLock(); L("R3"); rw.RUnlock() })
	runtime.Gosched()
	spawn(func() { rw.Lock(); L("W4"); rw.Unlock() })
	runtime.Gosched()
	L("%t", rw.TryRLock())
	L("%t", rw.TryLock())
	rw.RUnlock()
	W.Wait()
	fmt.Println(strings.Join(log, " "))
}
