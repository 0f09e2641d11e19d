package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	slow := func(ctx context.Context, d time.Duration) (any, error) {
		select {
		case <-time.After(d):
			return "finished", nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	for _, d := range []time.Duration{10 * ms, 300 * ms} {
		ctx, cancel := context.WithTimeout(context.Background(), 100*ms)
		v, err := slow(ctx, d)
		fmt.Println(v, err, errors.Is(err, context.DeadlineExceeded))
		cancel()
	}
}
