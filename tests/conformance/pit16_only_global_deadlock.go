package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	var a, b sync.Mutex
	ms := time.Millisecond
	cross := func(x, y *sync.Mutex) {
		x.Lock()
		time.Sleep(10 * ms)
		y.Lock()
	}
	go cross(&a, &b)
	go cross(&b, &a)
	time.Sleep(60 * ms)
	fmt.Printf("main is not bothered\t%d\n", runtime.NumGoroutine())
}
