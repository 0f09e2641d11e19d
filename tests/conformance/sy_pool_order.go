package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	var p sync.Pool
	get := func(n int) {
		for range n {
			fmt.Print(p.Get(), " ")
		}
		fmt.Println()
	}
	for i := 1; i <= 4; i++ {
		p.Put(i)
	}
	get(2)
	p.Put(5)
	p.Put(6)
	get(5)
	for i := 1; i <= 4; i++ {
		p.Put(i)
	}
	runtime.GC()
	p.Put(5)
	p.Put(6)
	get(7)
	p.Put(1)
	runtime.GC()
	runtime.GC()
	get(1)
}
