package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println()
	fmt.Println("")
	fmt.Println("a", "b", 1, 2, true, nil, 2.5)
	fmt.Println("tab\there", "line\nbreak")
	fmt.Println(1, "", 2)
	fmt.Println(-1, 9223372036854775807, math.MinInt64)
	format := "no format: %d"
	fmt.Println(format, 5)
}
