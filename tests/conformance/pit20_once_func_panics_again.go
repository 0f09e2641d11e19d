package main

import (
	"errors"
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
	runs := 0
	f := sync.OnceFunc(func() {
		runs++
		panic("broken")
	})
	v := sync.OnceValue(func() int {
		runs++
		panic(errors.New("no value"))
	})
	for i := 1; i <= 3; i++ {
		try(fmt.Sprint("func ", i), f)
		try(fmt.Sprint("value ", i), func() { v() })
	}
	fmt.Printf("runs\t%d\n", runs)
}
