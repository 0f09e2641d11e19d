package main

import (
	"fmt"
	"sync/atomic"
)

// try calls f and prints what it returned, or what it panicked with.
func try(f func() bool) {
	defer func() {
		if v := recover(); v != nil {
			fmt.Println(v)
		}
	}()
	fmt.Println(f())
}

func main() {
	var v atomic.Value
	try(func() bool { return v.CompareAndSwap("old", "new") })
	v.Store(1)
	try(func() bool { return v.CompareAndSwap("old", "new") })
	try(func() bool { return v.CompareAndSwap(nil, "new") })
	try(func() bool { return v.CompareAndSwap(1, "new") })
	try(func() bool { return v.CompareAndSwap(1, nil) })
	try(func() bool { return v.CompareAndSwap(1, 2) })
	fmt.Println(v.Load())
}
