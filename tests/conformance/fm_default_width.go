package main

import (
	"fmt"
)

func main() {
	fmt.Printf("%5v|%-5v|%05v|%+v|%x\n", 42, 42, 42, 42, 42)
	fmt.Printf("%5v|%-5v|%.1v|\n", "ab", "ab", "ab")
	fmt.Printf("%8v|%-8v|%08v|\n", 2.5, 2.5, 2.5)
	fmt.Printf("%6v|%-6v|\n", nil, nil)
	fmt.Printf("%4v|%-4v|\n", []int{1, 2}, []int{1, 2})
}
