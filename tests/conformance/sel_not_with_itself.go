package main

import (
	"fmt"
	"sort"
)

func main() {
	c := make(chan int)
	select {
	case c <- 1:
		fmt.Println("sent")
	case <-c:
		fmt.Println("received")
	default:
		fmt.Println("alone")
	}
	results := make(chan string, 2)
	for i := 1; i <= 2; i++ {
		go func() {
			select {
			case c <- i:
				results <- "one sent"
			case v := <-c:
				if v == 3-i {
					results <- "one received the other's"
				} else {
					results <- "wrong"
				}
			}
		}()
	}
	lines := []string{<-results, <-results}
	sort.Strings(lines)
	fmt.Println(lines[0])
	fmt.Println(lines[1])
}
