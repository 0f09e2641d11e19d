package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := 1; i <= 4; i++ {
		wg.Go(func() {
			if i%2 == 0 {
				runtime.Goexit()
			}
		})
	}
	wg.Wait()
	fmt.Println("all done")
}
