package main

import (
	"fmt"
)

func main() {
	c := make(chan any, 8)
	for _, v := range []any{0, "", false, 2.5, "text"} {
		c <- v
	}
	c <- nil
	close(c)
	for range 7 {
		v, ok := <-c
		fmt.Println(v, ok)
	}
}
