package main

import (
	"fmt"
	"sync"
)

func main() {
	made := 0
	p := sync.Pool{New: func() any { made++; return &struct{ n int }{made} }}
	a, b := p.Get().(*struct{ n int }), p.Get().(*struct{ n int })
	fmt.Printf("%d\t%d\t%t\t%d\n", a.n, b.n, a != b, made)
	var empty sync.Pool
	fmt.Println(empty.Get())
	empty.Put(nil)
	fmt.Println(empty.Get())
}
