package main

import (
	"fmt"
)

func main() {
	c := make(chan int, 3)
	dropped := 0
	for i := 1; i <= 10; i++ {
		for sent := false; !sent; {
			select {
			case c <- i:
				sent = true
			default:
				select {
				case <-c:
					dropped++
				default:
				}
			}
		}
	}
	close(c)
	for v := range c {
		fmt.Println(v)
	}
	fmt.Printf("dropped\t%d\n", dropped)
}
