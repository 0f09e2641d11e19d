// Add to an atomic.
package main

import (
	"os"
	"strconv"
	"sync/atomic"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var a atomic.Int64
	for i := 0; i < n; i++ {
		a.Add(1)
	}
}
