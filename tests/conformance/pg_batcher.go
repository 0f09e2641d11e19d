package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	in, out := make(chan int), make(chan []int)
	go func() {
		var batch []int
		var timer <-chan time.Time
		flush := func() {
			if len(batch) > 0 {
				out <- batch
			}
			batch, timer = nil, nil
		}
		for {
			select {
			case v, ok := <-in:
				if !ok {
					flush()
					close(out)
					return
				}
				batch = append(batch, v)
				if timer == nil {
					timer = time.After(60 * ms)
				}
				if len(batch) == 4 {
					flush()
				}
			case <-timer:
				flush()
			}
		}
	}()
	go func() {
		for i := 1; i <= 10; i++ {
			in <- i
		}
		time.Sleep(150 * ms)
		in <- 11
		close(in)
	}()
	for batch := range out {
		fmt.Println(batch)
	}
}
