package main

import (
	"context"
	"fmt"
)

func main() {
	a := context.WithValue(context.Background(), "k", "outer")
	b := context.WithValue(a, "k", "inner")
	c := context.WithValue(b, 1, "number")
	d := context.WithValue(c, "1", "text")
	fmt.Println(a.Value("k"), b.Value("k"), d.Value("k"))
	fmt.Println(d.Value(1), d.Value("1"), d.Value("none"), a.Value(1))
}
