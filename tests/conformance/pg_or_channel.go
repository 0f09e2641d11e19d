package main

import (
	"fmt"
	"time"
)

func anyOf(list ...chan bool) chan bool {
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0]
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		if len(list) == 2 {
			select {
			case <-list[0]:
			case <-list[1]:
			}
			return
		}
		select {
		case <-list[0]:
		case <-list[1]:
		case <-list[2]:
		case <-anyOf(append(list[3:], done)...):
		}
	}()
	return done
}

func after(d time.Duration) chan bool {
	c := make(chan bool)
	time.AfterFunc(d, func() { close(c) })
	return c
}

func main() {
	ms := time.Millisecond
	start := time.Now()
	<-anyOf(after(time.Hour), after(time.Minute), after(50*ms), after(time.Second), after(2*time.Hour), after(time.Minute))
	d := time.Since(start)
	fmt.Printf("%t\t%t\n", d >= 50*ms, d < 800*ms)
}
