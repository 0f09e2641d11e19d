package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	d := ctx.Done()
	fmt.Println(ctx.Err(), d == ctx.Done())
	cancel()
	cancel()
	_, ok := <-d
	fmt.Println(ctx.Err(), d == ctx.Done(), ok)
	fmt.Println(errors.Is(ctx.Err(), context.Canceled), ctx.Err() == context.Canceled, context.Cause(ctx))
}
