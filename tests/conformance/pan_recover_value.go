package main

import (
	"errors"
	"fmt"
)

func main() {
	values := []any{42, 2.5, true, "text", errors.New("an error")}
	for _, v := range values {
		func() {
			defer func() {
				r := recover()
				fmt.Println(r == nil, r, r == v)
			}()
			panic(v)
		}()
	}
	fmt.Println("still here")
}
