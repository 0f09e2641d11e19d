package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	risky := sync.OnceFunc(func() { panic("once") })
	go func() {
		defer func() {
			fmt.Println("recovered:", recover())
			defer func() { fmt.Println("recovered:", recover()) }()
			risky()
		}()
		risky()
	}()
	time.Sleep(10 * time.Millisecond)
	sync.OnceValue(func() int { panic("value") })()
}
