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
		fmt.Println("never")
	}()
	time.Sleep(30 * time.Millisecond)
	fmt.Println("second writer")
	rw.Lock()
}
