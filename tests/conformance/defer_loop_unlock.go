package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	n := 0
	add := func(d int) {
		mu.Lock()
		defer mu.Unlock()
		if d < 0 {
			panic("negative")
		}
		n += d
	}
	for _, d := range []int{1, -1, 2, -2, 3} {
		func() {
			defer func() {
				r := recover()
				fmt.Println(d, r == nil, r, mu.TryLock())
				mu.Unlock()
			}()
			add(d)
		}()
	}
	fmt.Printf("n\t%d\n", n)
}
