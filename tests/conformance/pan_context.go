package main

import (
	"context"
	"fmt"
)

// try calls f and prints whether it panicked, and with what.
func try(name string, f func()) {
	defer func() {
		r := recover()
		fmt.Printf("%s: %t, %v\n", name, r == nil, r)
	}()
	f()
}

func main() {
	bg := context.Background()
	try("no parent for WithCancel", func() { context.WithCancel(nil) })
	try("no parent for WithTimeout", func() { context.WithTimeout(nil, 1) })
	try("no parent for WithValue", func() { context.WithValue(nil, "k", 1) })
	try("no parent for WithoutCancel", func() { context.WithoutCancel(nil) })
	try("no key", func() { context.WithValue(bg, nil, 1) })
}
