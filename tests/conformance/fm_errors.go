package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	e := errors.New("disk full")
	fmt.Printf("%v|%s|%q|%12s|%-12v|%.4s|%x\n", e, e, e, e, e, e, errors.New("ab"))
	fmt.Println(e, context.Canceled, context.DeadlineExceeded)
	fmt.Println(fmt.Sprintf("failed: %v", e))
	fmt.Printf("%t\t%t\t%t\n", errors.Is(e, e), errors.Is(e, errors.New("disk full")), errors.Is(context.Canceled, context.Canceled))
}
