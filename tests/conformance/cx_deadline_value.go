package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	t := time.Now().Add(50 * time.Millisecond)
	ctx, cancel := context.WithDeadline(context.Background(), t)
	d, ok := ctx.Deadline()
	fmt.Println(d.Equal(t), ok)
	<-ctx.Done()
	fmt.Println(!time.Now().Before(t), ctx.Err())
	cancel()
}
