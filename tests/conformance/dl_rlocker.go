package main

import (
	"fmt"
	"sync"
)

func main() {
	var rw sync.RWMutex
	l := rw.RLocker()
	l.Lock()
	fmt.Println("first reader")
	l.Unlock()
	rw.Lock()
	fmt.Println("writer")
	l.Lock()
	fmt.Println("never")
}
