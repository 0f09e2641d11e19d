package main

import (
	"fmt"
)

func main() {
	fmt.Printf("%t|%t|%v|%v\n", true, false, true, false)
	fmt.Printf("%6t|%-6t|%6v|%-6v|\n", true, true, false, false)
	fmt.Println(true, false, 1 < 2, true)
}
