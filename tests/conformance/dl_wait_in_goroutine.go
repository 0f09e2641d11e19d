package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	done := make(chan bool)
	wg.Add(1)
	go func() {
		wg.Wait()
		wg.Done()
		close(done)
	}()
	fmt.Println("waiting")
	<-done
}
