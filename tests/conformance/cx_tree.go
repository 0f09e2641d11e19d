package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	root, stopRoot := context.WithCancel(context.Background())
	left, stopLeft := context.WithCancel(root)
	right, stopRight := context.WithCancel(root)
	leaf := context.WithValue(left, "name", "leaf")
	deep, stopDeep := context.WithTimeout(leaf, time.Hour)
	defer stopRight()
	defer stopDeep()
	show := func(what string) {
		fmt.Println(what, root.Err(), left.Err(), right.Err(), leaf.Err(), deep.Err())
	}
	show("before")
	stopLeft()
	show("left")
	stopRoot()
	show("root")
	fmt.Println(deep.Value("name"))
	late, stopLate := context.WithCancel(root)
	defer stopLate()
	fmt.Println("born cancelled", late.Err())
}
