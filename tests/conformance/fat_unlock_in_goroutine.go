package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	defer fmt.Println("never deferred in main")
	var mu sync.Mutex
	go func() {
		defer fmt.Println("never deferred")
		defer func() { fmt.Println(recover()) }()
		mu.Unlock()
	}()
	time.Sleep(time.Minute)
}
