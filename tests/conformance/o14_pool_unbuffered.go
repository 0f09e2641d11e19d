package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

var log []string

// L notes what happens in memory: printing is a system call and would change the order.
func L(format string, a ...any) { log = append(log, fmt.Sprintf(format, a...)) }

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	time.Sleep(time.Millisecond) // begin with a fresh slice
	jobs, res := make(chan int), make(chan string)
	for w := range 3 {
		go func() {
			for j := range jobs {
				res <- fmt.Sprintf("w%d:j%d", w, j)
			}
		}()
	}
	go func() {
		for j := range 6 {
			jobs <- j
		}
		close(jobs)
	}()
	for range 6 {
		L("%s", <-res)
	}
	fmt.Println(strings.Join(log, " "))
}
