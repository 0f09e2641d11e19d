package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	defer fmt.Println("never deferred")
	go func() {
		defer fmt.Println("never deferred here")
		fmt.Println("leaving with 7")
		os.Exit(7)
	}()
	time.Sleep(time.Minute)
}
