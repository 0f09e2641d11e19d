package main

import ()

func main() {
	panic("first line\nsecond line\nthird line")
}
