package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	retry := func(ctx context.Context, f func(int) error) (any, error) {
		pause, tries := 10*ms, 0
		for {
			tries++
			if f(tries) == nil {
				return tries, nil
			}
			select {
			case <-time.After(pause):
			case <-ctx.Done():
				return nil, ctx.Err()
			}
			pause *= 2
		}
	}
	bg := context.Background()
	fmt.Println(retry(bg, func(n int) error {
		if n < 4 {
			return errors.New("not yet")
		}
		return nil
	}))
	ctx, cancel := context.WithTimeout(bg, 50*ms)
	fmt.Println(retry(ctx, func(int) error { return errors.New("never") }))
	cancel()
}
