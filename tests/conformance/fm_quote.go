package main

import (
	"fmt"
)

func main() {
	fmt.Printf("%q|%q|%q\n", "", "héllo, 世界", `say "hi"\`)
	fmt.Printf("%q|%q\n", "\a\b\f\n\r\t\v", "\x00\x7f\xff")
	fmt.Printf("%+q|%#q|%#q\n", "世", "back", "tick`")
	fmt.Printf("%q|%q|%q|%q\n", 65, 0x4e16, 10, 39)
	fmt.Printf("%10q|%-10q|%.2q|\n", "ab", "cd", "long")
}
