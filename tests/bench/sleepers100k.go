// 100,000 goroutines that sleep a millisecond now and then.
package main

import (
	"os"
	"strconv"
	"sync"
	"time"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var wg sync.WaitGroup
	sleeper := func(times int) {
		for i := 0; i < times; i++ {
			time.Sleep(time.Millisecond)
		}
		wg.Done()
	}
	wg.Add(100000)
	for i := 0; i < 100000; i++ {
		go sleeper(n / 100000)
	}
	wg.Wait()
}
