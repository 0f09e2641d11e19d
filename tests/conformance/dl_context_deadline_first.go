package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	context.AfterFunc(ctx, func() { fmt.Println("deadline") })
	fmt.Println("waiting")
	make(chan context.Context) <- ctx
}
