package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	defer fmt.Println("never")
	defer func() {
		defer mu.Unlock()
		panic("second\nline")
	}()
	panic("first")
}
