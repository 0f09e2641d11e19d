package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	tokens := make(chan bool, 3)
	for range 3 {
		tokens <- true
	}
	stop := make(chan bool)
	go func() {
		t := time.NewTicker(50 * ms)
		for {
			select {
			case <-t.C:
			case <-stop:
				return
			}
			select {
			case tokens <- true:
			default:
			}
		}
	}()
	start := time.Now()
	for i := 1; i <= 6; i++ {
		<-tokens
		fmt.Printf("request\t%d\t%d\n", i, (time.Since(start)+25*ms)/(50*ms))
	}
	close(stop)
}
