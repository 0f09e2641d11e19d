package main

import (
	"fmt"
	"sync"
)

func main() {
	cond := sync.NewCond(new(sync.Mutex))
	cond.Signal()
	cond.L.Lock()
	fmt.Println("the signal is lost")
	cond.Wait()
	fmt.Println("never")
}
