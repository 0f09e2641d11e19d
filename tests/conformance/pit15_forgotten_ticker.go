package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	tick := time.NewTicker(10 * time.Millisecond)
	<-tick.C
	fmt.Println("one tick")
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
	tick.Stop()
}
