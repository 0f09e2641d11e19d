package main

import (
	"fmt"
	"sync/atomic"
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
	var v atomic.Value
	fmt.Println("empty", v.Load())
	try("store nil", func() { v.Store(nil) })
	try("swap nil", func() { v.Swap(nil) })
	try("cas to nil", func() { v.CompareAndSwap(nil, nil) })
	try("cas from another type", func() { v.CompareAndSwap("x", 1) })
	try("store", func() { v.Store(1) })
	try("store another type", func() { v.Store("text") })
	try("swap another type", func() { v.Swap("text") })
	try("cas to another type", func() { v.CompareAndSwap(1, "text") })
	try("cas from another", func() { fmt.Println(v.CompareAndSwap(2, 3)) })
	fmt.Println("still", v.Load(), v.Swap(2), v.CompareAndSwap(2, 3), v.Load())
}
