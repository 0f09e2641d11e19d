package main

import (
	"fmt"
)

func main() {
	format := func(f string, a ...any) { fmt.Println(fmt.Sprintf(f, a...)) }
	format("%d %d", 1)
	format("%s and %s and %v", "one")
	format("none", 1)
	format("%d", 1, 2, "x", 2.5, true, nil)
	format("100%")
	format("%%d %d%%", 5)
	format("%")
	format("%-")
	format("%5.2")
}
