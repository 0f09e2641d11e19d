package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	defer fmt.Println("deferred in main")
	go func() { fmt.Println("the other one ends") }()
	time.Sleep(20 * time.Millisecond)
	runtime.Goexit()
}
