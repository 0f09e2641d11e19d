package main

import "fmt"

func main() {
	ready := make(chan bool)
	go func() {
		ready <- true
		select {}
	}()
	<-ready
	go func() {
		var f func()
		defer fmt.Println("never")
		go f()
	}()
	<-make(chan bool)
}
