package main

import (
	"context"
	"fmt"
)

func main() {
	for _, ctx := range []context.Context{context.Background(), context.TODO()} {
		_, ok := ctx.Deadline()
		fmt.Println(ctx.Err(), ok, ctx.Value("k"), context.Cause(ctx))
		select {
		case <-ctx.Done():
			fmt.Println("done")
		default:
			fmt.Println("not done")
		}
	}
}
