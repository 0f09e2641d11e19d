package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	rw.RLock()
	go func() {
		rw.Lock()
		rw.Unlock()
	}()
	time.Sleep(30 * time.Millisecond)
	fmt.Println("reading again")
	rw.RLock()
	fmt.Println("never")
}
