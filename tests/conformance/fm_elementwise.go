package main

import (
	"fmt"
)

func main() {
	ints, words := []int{1, 20, 255}, []string{"a", "b"}
	fmt.Printf("%d|%3d|%03d|%x|%+d\n", ints, ints, ints, ints, ints)
	fmt.Printf("%s|%q|%5s|%-3s|%x\n", words, words, words, words, words)
	fmt.Printf("%.1f|%6.2f|%t\n", []float64{1.25, 2.5}, []float64{1.25, 2.5}, []bool{true, false})
	fmt.Printf("%d|%s\n", []any{"no"}, []any{1})
}
