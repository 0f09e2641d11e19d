package main

import (
	"fmt"
	"runtime"
)

func main() {
	log, done := make(chan string, 10), make(chan bool)
	go func() {
		defer close(done)
		func() {
			defer func() { log <- "deferred" }()
			defer func() { recover() }()
			runtime.Goexit()
		}()
		log <- "never"
	}()
	<-done
	close(log)
	for s := range log {
		fmt.Println(s)
	}
}
