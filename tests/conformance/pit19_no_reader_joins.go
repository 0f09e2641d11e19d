package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	ms := time.Millisecond
	var rw sync.RWMutex
	log := make(chan string, 10)
	rw.RLock()
	log <- "first reader in"
	go func() {
		rw.Lock()
		log <- "writer in"
		rw.Unlock()
	}()
	time.Sleep(30 * ms)
	go func() {
		rw.RLock()
		log <- "second reader in"
		rw.RUnlock()
	}()
	time.Sleep(30 * ms)
	log <- fmt.Sprintf("try to read: %t", rw.TryRLock())
	log <- "first reader out"
	rw.RUnlock()
	time.Sleep(30 * ms)
	close(log)
	for s := range log {
		fmt.Println(s)
	}
}
