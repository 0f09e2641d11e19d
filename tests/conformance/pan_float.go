package main

import ()

func main() {
	panic(1.5)
}
