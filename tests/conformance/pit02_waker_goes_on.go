package main

import (
	"context"
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
	c, gone := make(chan int), make(chan int)
	var mu sync.Mutex
	var wg sync.WaitGroup
	cond := sync.NewCond(new(sync.Mutex))
	ctx, cancel := context.WithCancel(context.Background())
	waiter := func(name string, f func()) {
		spawn(func() {
			f()
			L("%s-woken", name)
		})
		runtime.Gosched()
	}
	wake := func(name string, f func()) {
		f()
		L("%s-done", name)
		runtime.Gosched()
	}
	mu.Lock()
	wg.Add(1)
	waiter("send", func() { <-c })
	wake("send", func() { c <- 1 })
	waiter("recv", func() { c <- 1 })
	wake("recv", func() { <-c })
	waiter("close", func() { <-gone })
	wake("close", func() { close(gone) })
	waiter("unlock", func() { mu.Lock() })
	wake("unlock", func() { mu.Unlock() })
	waiter("wg", func() { wg.Wait() })
	wake("wg", func() { wg.Done() })
	waiter("signal", func() {
		cond.L.Lock()
		cond.Wait()
		cond.L.Unlock()
	})
	wake("signal", func() { cond.Signal() })
	waiter("cancel", func() { <-ctx.Done() })
	wake("cancel", cancel)
	W.Wait()
	for i := 0; i < len(log); i += 2 {
		fmt.Printf("%s\t%s\n", log[i], log[i+1])
	}
}
