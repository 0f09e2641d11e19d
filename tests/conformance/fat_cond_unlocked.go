package main

import (
	"fmt"
	"sync"
)

func main() {
	cond := sync.NewCond(new(sync.Mutex))
	fmt.Println("waiting without the lock")
	cond.Wait()
}
