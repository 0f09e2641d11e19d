package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.WithValue(context.Background(), "user", "ada"), time.Hour)
	free := context.WithoutCancel(ctx)
	cancel()
	_, ok := free.Deadline()
	fmt.Println(ctx.Err(), free.Err(), free.Value("user"), ok, context.Cause(free))
	select {
	case <-free.Done():
		fmt.Println("done")
	default:
		fmt.Println("never done")
	}
	again, stop := context.WithCancel(free)
	stop()
	fmt.Println(again.Err(), again.Value("user"))
}
