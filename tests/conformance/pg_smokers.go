package main

import (
	"fmt"
)

func main() {
	names := []string{"tobacco", "paper", "matches"}
	table := []chan bool{make(chan bool), make(chan bool), make(chan bool)}
	var smoked [3]int
	done := make(chan int)
	for i := range 3 {
		go func() {
			for range table[i] {
				smoked[i]++
				done <- i
			}
		}()
	}
	wrong := 0
	for round := range 30 {
		missing := round * round % 3
		table[missing] <- true
		if <-done != missing {
			wrong++
		}
	}
	for i := range 3 {
		close(table[i])
		fmt.Printf("%s\t%d\n", names[i], smoked[i])
	}
	fmt.Printf("wrong\t%d\n", wrong)
}
