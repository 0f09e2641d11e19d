package main

import (
	"fmt"
	"sync"
)

func main() {
	risky := sync.OnceFunc(func() { panic("once") })
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		risky()
	}()
	risky()
}
