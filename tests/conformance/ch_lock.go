package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	lock := make(chan bool, 1)
	var wg sync.WaitGroup
	n := 0
	for range 10 {
		wg.Go(func() {
			for range 50 {
				lock <- true
				old := n
				runtime.Gosched()
				n = old + 1
				<-lock
			}
		})
	}
	wg.Wait()
	fmt.Printf("%d\t%d\n", n, len(lock))
}
