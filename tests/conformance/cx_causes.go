package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	bg := context.Background()
	top, cancelTop := context.WithCancelCause(bg)
	mid, cancelMid := context.WithCancelCause(top)
	low, cancelLow := context.WithCancel(mid)
	fmt.Println(context.Cause(top), context.Cause(low))
	cancelMid(errors.New("middle failed"))
	cancelTop(errors.New("top failed"))
	cancelLow()
	fmt.Println(top.Err(), context.Cause(top))
	fmt.Println(mid.Err(), context.Cause(mid))
	fmt.Println(low.Err(), context.Cause(low))
	cancelTop(errors.New("too late"))
	fmt.Println(context.Cause(top))
	plain, cancel := context.WithCancelCause(bg)
	cancel(nil)
	fmt.Println(plain.Err(), context.Cause(plain))
}
