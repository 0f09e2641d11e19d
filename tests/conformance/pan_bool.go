package main

import ()

func main() {
	panic(true)
}
