package main

import (
	"fmt"
)

func main() {
	a, b, c := make(chan int), make(chan int), make(chan int)
	close(a)
	close(b)
	close(c)
	var n [4]int
	for range 3000 {
		select {
		case <-a:
			n[1]++
		case <-b:
			n[2]++
		case <-c:
			n[3]++
		}
	}
	for i := 1; i <= 3; i++ {
		fmt.Printf("%d\t%t\n", i, n[i] > 800 && n[i] < 1200)
	}
}
