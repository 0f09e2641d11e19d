package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	ctx, cancel := context.WithTimeout(context.Background(), 210*ms)
	worker := func() (chan bool, chan int) {
		beat, results := make(chan bool), make(chan int)
		go func() {
			defer close(beat)
			defer close(results)
			pulse, work := time.NewTicker(40*ms), time.NewTicker(100*ms)
			n := 0
			for {
				select {
				case <-ctx.Done():
					return
				case <-pulse.C:
					select {
					case beat <- true:
					default:
					}
				case <-work.C:
					n++
					select {
					case results <- n:
					case <-ctx.Done():
					}
				}
			}
		}()
		return beat, results
	}
	beat, results := worker()
	beats, got := 0, 0
	for beat != nil || results != nil {
		select {
		case _, ok := <-beat:
			if ok {
				beats++
			} else {
				beat = nil
			}
		case _, ok := <-results:
			if ok {
				got++
			} else {
				results = nil
			}
		}
	}
	cancel()
	fmt.Printf("beats\t%t\tresults\t%d\n", beats >= 3 && beats <= 5, got)
}
