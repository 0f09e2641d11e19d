package main

import (
	"fmt"
)

func main() {
	fmt.Printf("%d|%d|%d|%d\n", "text", 2.5, true, nil)
	fmt.Printf("%s|%s|%s|%s\n", 5, 2.5, true, nil)
	fmt.Printf("%t|%t|%t\n", 1, "true", nil)
	fmt.Printf("%f|%f|%f|%f\n", 3, "3.0", false, nil)
	fmt.Printf("%c|%c|%x|%q|%q\n", "a", 1.5, true, true, 2.5)
	fmt.Printf("%z|%!|%y\n", 3, "x")
	fmt.Printf("%5d|%-8s|%05t\n", "ab", 7, 1)
}
