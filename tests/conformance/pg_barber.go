package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	chairs := make(chan chan bool, 3)
	served, left := 0, 0
	done := make(chan bool)
	go func() {
		for customer := range chairs {
			time.Sleep(10 * ms)
			served++
			close(customer)
		}
		close(done)
	}()
	// seven come at once while the barber is busy with the first: three sit down, the others leave
	first := make(chan bool)
	chairs <- first
	time.Sleep(5 * ms)
	for range 6 {
		me := make(chan bool)
		select {
		case chairs <- me:
		default:
			left++
		}
	}
	<-first
	time.Sleep(60 * ms)
	close(chairs)
	<-done
	fmt.Printf("served\t%d\tleft\t%d\n", served, left)
}
