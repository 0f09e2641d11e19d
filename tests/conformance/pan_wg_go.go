package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { panic("no done") })
	wg.Wait()
	fmt.Println("never")
}
