package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	wg.Go(func() {
		once.Do(runtime.Goexit)
		fmt.Println("never")
	})
	wg.Wait()
	once.Do(func() { fmt.Println("never again") })
	fmt.Println("done")
}
