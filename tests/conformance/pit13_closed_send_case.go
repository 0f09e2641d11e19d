package main

import (
	"fmt"
)

func main() {
	closed, ready := make(chan int), make(chan int, 1)
	close(closed)
	panics, received := 0, 0
	for range 1000 {
		ready <- 1
		func() {
			defer func() {
				if r := recover(); r != nil {
					panics++
					<-ready
					if fmt.Sprint(r) != "send on closed channel" {
						fmt.Println(r)
					}
				}
			}()
			select {
			case closed <- 1:
			case <-ready:
				received++
			}
		}()
	}
	fmt.Printf("%d\t%t\n", panics+received, panics > 350 && panics < 650)
}
