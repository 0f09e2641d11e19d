// Start goroutines that end at once, 1000 at a time.
package main

import (
	"os"
	"runtime"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	task := func() {}
	for i := 0; i < n/1000; i++ {
		for j := 0; j < 1000; j++ {
			go task()
		}
		runtime.Gosched() // behind all of them
	}
}
