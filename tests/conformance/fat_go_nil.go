package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		var f func()
		fmt.Println("starting nothing")
		go f()
	}()
	time.Sleep(time.Minute)
	fmt.Println("never")
}
