package main

import (
	"context"
	"fmt"
)

func main() {
	root, cancel := context.WithCancel(context.Background())
	nodes := []context.Context{nil, root}
	for i := 2; i <= 15; i++ {
		ctx, c := context.WithCancel(nodes[i/2])
		defer c()
		nodes = append(nodes, ctx)
	}
	cancel()
	done := 0
	for _, ctx := range nodes[1:] {
		if ctx.Err() == context.Canceled {
			done++
		}
	}
	fmt.Printf("cancelled\t%d\tof\t%d\n", done, len(nodes)-1)
}
