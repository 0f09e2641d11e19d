package main

import (
	"fmt"
	"sync"
)

func main() {
	var rw sync.RWMutex
	state := func(name string) {
		r := rw.TryRLock()
		if r {
			rw.RUnlock()
		}
		w := rw.TryLock()
		if w {
			rw.Unlock()
		}
		fmt.Printf("%s\t%t\t%t\n", name, r, w)
	}
	state("free")
	rw.RLock()
	state("one reader")
	rw.RLock()
	state("two readers")
	rw.RUnlock()
	rw.RUnlock()
	state("free again")
	rw.Lock()
	state("writer")
	rw.Unlock()
	state("free at last")
}
