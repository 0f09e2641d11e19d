package main

import (
	"fmt"
)

func main() {
	format := func(f string, a ...any) { fmt.Println(fmt.Sprintf(f, a...)) }
	format("%*d|%-*d|%0*d|", 6, 42, 6, 42, 6, 42)
	format("%.*f|%*.*f|%*s|", 2, 3.14159, 9, 3, 3.14159, 8, "go")
	format("%*d|", -6, 42)
	format("%*d|", "x", 42)
}
