// Ask a Once that is done.
package main

import (
	"os"
	"strconv"
	"sync"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var once sync.Once
	done := 0
	f := func() { done++ }
	for i := 0; i < n; i++ {
		once.Do(f)
	}
}
