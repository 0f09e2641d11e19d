package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() {
		once := sync.OnceFunc(func() {
			defer func() { panic("in deferred") }()
			runtime.Goexit()
		})
		defer fmt.Println("deferred")
		once()
	})
	wg.Wait()
}
