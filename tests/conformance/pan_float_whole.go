package main

import "fmt"

func main() {
	fmt.Println("before")
	panic(1234567.0)
}
