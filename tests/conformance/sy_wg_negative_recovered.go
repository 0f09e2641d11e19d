package main

import (
	"fmt"
	"sync"
)

// try calls f and prints whether it panicked, and with what.
func try(name string, f func()) {
	defer func() {
		r := recover()
		fmt.Printf("%s: %t, %v\n", name, r == nil, r)
	}()
	f()
}

func main() {
	var wg sync.WaitGroup
	try("done", func() { wg.Done() })
	var other sync.WaitGroup
	other.Add(3)
	try("add -4", func() { other.Add(-4) })
	try("add 0", func() { new(sync.WaitGroup).Add(0) })
}
