package main

import (
	"fmt"
)

func main() {
	urgent, normal := make(chan string, 5), make(chan string, 5)
	for i := 1; i <= 4; i++ {
		urgent <- fmt.Sprint("urgent ", i)
		normal <- fmt.Sprint("normal ", i)
	}
	for range 8 {
		select {
		case v := <-urgent:
			fmt.Println(v)
		default:
			select {
			case v := <-urgent:
				fmt.Println(v)
			case v := <-normal:
				fmt.Println(v)
			}
		}
	}
}
