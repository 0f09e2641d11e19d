package main

import ()

func main() {
	defer func() { panic("second") }()
	panic("first")
}
