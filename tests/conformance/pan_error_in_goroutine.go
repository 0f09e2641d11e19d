package main

import (
	"errors"
	"fmt"
	"time"
)

func main() {
	worker := func(err error) { panic(err) }
	go worker(errors.New("disk full"))
	time.Sleep(time.Minute)
	fmt.Println("never")
}
