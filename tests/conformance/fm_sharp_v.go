package main

import (
	"fmt"
)

func main() {
	fmt.Printf("%#v %#v %#v %#v\n", 5, "x\ty", true, 2.5)
	fmt.Printf("%#v|%#10v|\n", "quoted \"x\"", 3)
}
