package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	done := make(chan bool)
	once := sync.OnceFunc(func() { runtime.Goexit() })
	go func() {
		defer close(done)
		func() {
			defer func() { recover() }()
			once()
		}()
		fmt.Println("never")
	}()
	<-done
	func() {
		defer func() { fmt.Println(recover()) }()
		once()
	}()
	sync.OnceValue(func() int {
		defer fmt.Println("deferred")
		runtime.Goexit()
		return 1
	})()
}
