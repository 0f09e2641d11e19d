package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	const seats, times = 4, 4
	board, off := make(chan int), make(chan bool)
	wrong, rides := 0, 0
	done := make(chan bool)
	go func() {
		for range times {
			var on []int
			for range seats {
				on = append(on, <-board)
			}
			rides++
			if len(on) != seats {
				wrong++
			}
			for range seats {
				off <- true
			}
		}
		close(done)
	}()
	var wg sync.WaitGroup
	var passengers atomic.Int64
	for i := range seats * times {
		wg.Go(func() {
			board <- i
			<-off
			passengers.Add(1)
		})
	}
	wg.Wait()
	<-done
	fmt.Printf("rides\t%d\tpassengers\t%d\twrong\t%d\n", rides, passengers.Load(), wrong)
}
