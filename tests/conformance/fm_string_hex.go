package main

import (
	"fmt"
)

func main() {
	fmt.Printf("%x|%X|% x|% X\n", "hello", "hello", "hello", "hello")
	fmt.Printf("%#x|%# x|%.2x|%12x|%-12x|\n", "hi", "hi", "hello", "hello", "hello")
	fmt.Printf("%x|%x|\n", "", "é")
}
