package main

import (
	"fmt"
	"math"
	"sync/atomic"
)

func main() {
	var n atomic.Int64
	p := func(a ...any) {
		for i, v := range a {
			if i > 0 {
				fmt.Print("\t")
			}
			fmt.Print(v)
		}
		fmt.Println()
	}
	p(n.Load(), n.Add(5), n.Add(-8), n.Load())
	p(n.Swap(100), n.Load())
	p(n.CompareAndSwap(1, 2), n.Load(), n.CompareAndSwap(100, 12), n.Load())
	p(n.And(10), n.Load(), n.Or(5), n.Load())
	n.Store(math.MaxInt64)
	p(n.Add(1), n.Add(-1))
	var m atomic.Int64
	m.Store(7)
	p(m.Load(), m.And(-1), m.Or(0))
}
