package main

import (
	"fmt"
)

func main() {
	turn := []chan bool{nil, make(chan bool), make(chan bool), make(chan bool)}
	done := make(chan bool)
	for _, i := range []int{3, 1, 2} {
		go func() {
			for round := 1; round <= 3; round++ {
				<-turn[i]
				fmt.Printf("round\t%d\tgoroutine\t%d\n", round, i)
				if i < 3 {
					turn[i+1] <- true
				} else if round < 3 {
					turn[1] <- true
				} else {
					close(done)
				}
			}
		}()
	}
	turn[1] <- true
	<-done
}
