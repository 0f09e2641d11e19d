package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() {
		defer func() {
			fmt.Println("deferred")
			panic("second")
		}()
		panic("first")
	})
	wg.Wait()
}
