package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	time.Sleep(time.Millisecond) // begin with a fresh slice
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Wait()
		fmt.Println("never")
	}()
	runtime.Gosched()
	wg.Done()
	wg.Add(1)
	fmt.Println("used again")
	runtime.Gosched()
	fmt.Println("never")
}
