package main

import (
	"fmt"
)

func main() {
	inner := func() {
		defer fmt.Println("inner deferred")
		panic("at the bottom")
	}
	outer := func() {
		defer fmt.Println("outer first")
		defer fmt.Println("outer second")
		inner()
		fmt.Println("never")
	}
	outer()
}
