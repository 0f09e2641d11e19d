package main

import (
	"fmt"
	"sync"
)

func main() {
	type message struct {
		op    string
		n     int
		reply chan any
	}
	inbox := make(chan message)
	go func() {
		balance := 0
		for m := range inbox {
			switch {
			case m.op == "add":
				balance += m.n
				m.reply <- balance
			case m.n > balance:
				m.reply <- "refused"
			default:
				balance -= m.n
				m.reply <- balance
			}
		}
	}()
	ask := func(op string, n int) any {
		reply := make(chan any)
		inbox <- message{op, n, reply}
		return <-reply
	}
	fmt.Println(ask("add", 10), ask("take", 3), ask("take", 20), ask("add", 5))
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() { ask("add", 1) })
	}
	wg.Wait()
	fmt.Println(ask("add", 0))
	close(inbox)
}
