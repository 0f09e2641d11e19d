package main

import (
	"context"
	"fmt"
)

func main() {
	ctx := context.WithValue(context.Background(), "k", 1)
	fmt.Printf("waiting\t%v\n", ctx.Value("k"))
	<-ctx.Done()
}
