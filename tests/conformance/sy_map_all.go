package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	fmt.Println(m.Load("a"))
	m.Store("a", 1)
	fmt.Println(m.Load("a"))
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 2))
	fmt.Println(m.Swap("a", 10))
	fmt.Println(m.Swap("c", 3))
	fmt.Println(m.CompareAndSwap("a", 1, 11), m.CompareAndSwap("a", 10, 11))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.LoadAndDelete("b"))
	m.Delete("nothing")
	m.Delete("c")
	var keys []string
	m.Range(func(k, v any) bool {
		keys = append(keys, fmt.Sprintf("%v=%v", k, v))
		return true
	})
	fmt.Println(len(keys), keys[0])
	m.Clear()
	fmt.Println(m.Load("a"))
}
