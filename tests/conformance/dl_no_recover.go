package main

import (
	"fmt"
	"sync"
)

func main() {
	defer fmt.Println("never deferred")
	defer func() { fmt.Println(recover()) }()
	var wg sync.WaitGroup
	wg.Add(1)
	fmt.Println("waiting")
	wg.Wait()
}
