package main

import (
	"fmt"
	"sync"
)

func main() {
	type slots chan bool
	h, o := make(slots, 2), make(slots, 1)
	arrive, leave := make(chan string), make(chan bool)
	molecules, wrong := 0, 0
	go func() {
		for {
			n := map[string]int{}
			for range 3 {
				kind, ok := <-arrive
				if !ok {
					close(leave)
					return
				}
				n[kind]++
			}
			if n["H"] != 2 || n["O"] != 1 {
				wrong++
			}
			molecules++
			for range 3 {
				leave <- true
			}
		}
	}()
	var wg sync.WaitGroup
	for i := 1; i <= 30; i++ {
		wg.Go(func() {
			kind, s := "H", h
			if i%3 == 0 {
				kind, s = "O", o
			}
			s <- true
			arrive <- kind
			<-leave
			<-s
		})
	}
	wg.Wait()
	close(arrive)
	<-leave
	fmt.Printf("molecules\t%d\twrong\t%d\n", molecules, wrong)
}
