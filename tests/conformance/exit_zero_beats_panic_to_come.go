package main

import (
	"fmt"
	"os"
)

func main() {
	defer func() {
		fmt.Println("deferred leaves with 0")
		os.Exit(0)
	}()
	panic("never reported")
}
