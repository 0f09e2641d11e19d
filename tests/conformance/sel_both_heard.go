package main

import (
	"fmt"
)

func main() {
	a, b, stop := make(chan bool), make(chan bool), make(chan bool)
	feed := func(c chan bool) {
		for open := true; open; {
			select {
			case c <- true:
			case <-stop:
				open = false
			}
		}
	}
	go feed(a)
	go feed(b)
	var n [2]int
	rounds := 0
	for (n[0] < 20 || n[1] < 20) && rounds < 1000000 {
		select {
		case <-a:
			n[0]++
		case <-b:
			n[1]++
		}
		rounds++
	}
	close(stop)
	fmt.Printf("%t\t%t\n", n[0] >= 20, n[1] >= 20)
}
