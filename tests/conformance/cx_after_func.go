package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	ran := make(chan string, 5)
	stop1 := context.AfterFunc(ctx, func() { ran <- "first" })
	stop2 := context.AfterFunc(ctx, func() { ran <- "second" })
	fmt.Println(stop2(), stop2())
	cancel()
	fmt.Println(<-ran, stop1())
	stop3 := context.AfterFunc(ctx, func() { ran <- "late" })
	fmt.Println(<-ran, stop3())
	select {
	case v := <-ran:
		fmt.Println(v)
	default:
		fmt.Println("no more")
	}
}
