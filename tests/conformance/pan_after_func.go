package main

import (
	"fmt"
	"time"
)

func main() {
	time.AfterFunc(20*time.Millisecond, func() { panic("alarm") })
	time.Sleep(time.Minute)
	fmt.Println("never")
}
