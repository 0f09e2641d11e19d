package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	go func() {
		time.Sleep(20 * time.Millisecond)
		fmt.Println("unlocked by another")
		mu.Unlock()
	}()
	mu.Lock()
	fmt.Println("locked again")
	mu.Unlock()
}
