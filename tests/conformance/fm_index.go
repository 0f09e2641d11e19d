package main

import (
	"fmt"
)

func main() {
	format := func(f string, a ...any) { fmt.Println(fmt.Sprintf(f, a...)) }
	format("%[2]d %[1]d", 11, 22)
	format("%[1]d %[1]x %[1]q %[1]v", 65)
	format("%[3]v %v", "a", "b", "c")
	format("%[2]s %s %[1]s", "a", "b", "c")
}
