package main

import (
	"fmt"
	"time"
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
	t := time.NewTicker(time.Second)
	try("new 0", func() { time.NewTicker(0) })
	try("new -1", func() { time.NewTicker(-1) })
	try("reset 0", func() { t.Reset(0) })
	try("reset", func() { t.Reset(time.Minute) })
	try("tick 0", func() { fmt.Println(len(time.Tick(0))) })
}
