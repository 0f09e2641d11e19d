package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	for i := 1; i <= 20; i++ {
		m.Store(i, i*i)
	}
	seen := 0
	m.Range(func(k, v any) bool {
		seen++
		return seen < 5
	})
	fmt.Printf("seen\t%d\n", seen)
	m.Range(func(k, v any) bool {
		if k.(int)%2 == 0 {
			m.Delete(k)
		} else {
			m.Store(k, -v.(int))
		}
		return true
	})
	n, sum := 0, 0
	m.Range(func(_, v any) bool {
		n, sum = n+1, sum+v.(int)
		return true
	})
	fmt.Printf("left\t%d\tsum\t%d\n", n, sum)
}
