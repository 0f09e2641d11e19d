package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	start := make(chan bool)
	var finish sync.WaitGroup
	var tooEarly, ran atomic.Int64
	var goAhead atomic.Bool
	for range 10 {
		finish.Go(func() {
			<-start
			if !goAhead.Load() {
				tooEarly.Add(1)
			}
			ran.Add(1)
		})
	}
	time.Sleep(30 * time.Millisecond)
	fmt.Printf("ran before\t%d\n", ran.Load())
	goAhead.Store(true)
	close(start)
	finish.Wait()
	fmt.Printf("ran\t%d\ttoo early\t%d\n", ran.Load(), tooEarly.Load())
}
