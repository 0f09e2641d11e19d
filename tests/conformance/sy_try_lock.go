package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	fmt.Printf("%t\t%t\n", mu.TryLock(), mu.TryLock())
	mu.Unlock()
	fmt.Println(mu.TryLock())
	inside := make(chan bool)
	go func() { inside <- mu.TryLock() }()
	fmt.Println(<-inside)
	mu.Unlock()
	go func() { inside <- mu.TryLock() }()
	fmt.Printf("%t\t%t\n", <-inside, mu.TryLock())
}
