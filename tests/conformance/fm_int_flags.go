package main

import (
	"fmt"
)

func main() {
	fmt.Printf("%+5d|%-+6d|% d|% d|%+d\n", 42, 42, 42, -42, 0)
	fmt.Printf("%08d|%+08d|%-08d|\n", -42, 42, 42)
	fmt.Printf("%.3d|%8.3d|%-8.3d|%+.3d|\n", 7, 7, 7, 7)
	fmt.Printf("%x|%X|%#x|%#X|%08x|%x\n", 48879, 48879, 48879, 48879, 48879, -255)
	fmt.Printf("%6x|%-6x|%06x|\n", 255, 255, 255)
	fmt.Printf("%d|%d|%d\n", 0, 1<<40, -1<<62)
	fmt.Printf("%3d|%3d|%3d\n", 1, 12345, -1)
}
