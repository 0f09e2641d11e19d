package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("outer deferred")
		func() {
			defer func() { recover() }()
			defer func() {
				func() {
					defer func() { fmt.Println("inside:", recover()) }()
					panic("harmless")
				}()
				panic("in deferred")
			}()
			runtime.Goexit()
		}()
		fmt.Println("never")
	}()
	<-done
}
