// Make a context with 1000 children and cancel it.
package main

import (
	"context"
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	for i := 0; i < n/1000; i++ {
		root, cancel := context.WithCancel(context.Background())
		var leaf context.Context
		for j := 0; j < 1000; j++ {
			leaf, _ = context.WithCancel(root)
		}
		cancel()
		<-leaf.Done()
	}
}
