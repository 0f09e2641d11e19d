package main

import (
	"fmt"
	"sync"
)

func main() {
	type message struct{ p, i int }
	c := make(chan message, 2)
	var wg sync.WaitGroup
	for p := range 5 {
		wg.Go(func() {
			for i := 1; i <= 40; i++ {
				c <- message{p, i}
			}
		})
	}
	go func() {
		wg.Wait()
		close(c)
	}()
	var last [5]int
	wrong, n := 0, 0
	for m := range c {
		if m.i != last[m.p]+1 {
			wrong++
		}
		last[m.p] = m.i
		n++
	}
	fmt.Printf("received\t%d\tout of order\t%d\n", n, wrong)
}
