package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	cond := sync.NewCond(new(sync.Mutex))
	go func() {
		cond.L.Lock()
		cond.Wait()
		fmt.Println("never")
	}()
	time.Sleep(30 * time.Millisecond)
	cond.L.Lock()
	cond.Signal()
	fmt.Println("signalled, never unlocked")
	<-make(chan bool)
}
