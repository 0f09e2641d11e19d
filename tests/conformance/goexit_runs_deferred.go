package main

import (
	"fmt"
	"runtime"
)

func main() {
	done, log := make(chan bool), make(chan string, 10)
	inner := func() {
		defer func() { log <- "inner deferred" }()
		runtime.Goexit()
		log <- "never"
	}
	go func() {
		defer close(done)
		defer func() { log <- "outer deferred" }()
		inner()
		log <- "never"
	}()
	<-done
	close(log)
	for s := range log {
		fmt.Println(s)
	}
}
