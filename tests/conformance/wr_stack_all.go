package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	var rw, held sync.RWMutex
	var wg sync.WaitGroup
	var once sync.Once
	cond := sync.NewCond(new(sync.Mutex))
	mu.Lock()
	rw.Lock()
	held.RLock()
	wg.Add(1)
	full, empty := make(chan int, 1), make(chan int)
	var null chan int
	full <- 1
	blocks := []func(){
		func() { <-empty },
		func() {
			for range empty {
			}
		},
		func() { full <- 2 },
		func() { <-null },
		func() { null <- 1 },
		func() {
			select {
			case <-empty:
			case full <- 1:
			}
		},
		func() {
			select {
			case <-null:
			case <-null:
			}
		},
		func() { select {} },
		func() { time.Sleep(time.Hour) },
		func() { mu.Lock() },
		func() { rw.RLock() },
		func() { held.Lock() },
		func() { wg.Wait() },
		func() { cond.L.Lock(); cond.Wait() },
		func() { <-time.After(time.Hour) },
		func() { once.Do(func() { time.Sleep(time.Hour) }) },
	}
	for _, f := range blocks {
		go f()
	}
	time.Sleep(50 * time.Millisecond)
	go func() { once.Do(func() { fmt.Println() }) }()
	go func() { held.Lock() }()
	time.Sleep(50 * time.Millisecond)
	buf := make([]byte, 1<<16)
	text := string(buf[:runtime.Stack(buf, true)])
	words := []string{
		"running", "chan receive", "chan send", "chan receive (nil chan)", "chan send (nil chan)", "select",
		"select (no cases)", "sleep", "sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock",
		"sync.WaitGroup.Wait", "sync.Cond.Wait",
	}
	for _, word := range words {
		fmt.Printf("%d\t%s\n", strings.Count(text, " ["+word+"]:\n"), word)
	}
}
