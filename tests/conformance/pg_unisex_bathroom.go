package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	change := sync.NewCond(&mu)
	inside, who, most, mixed := 0, "", 0, 0
	enter := func(group string) {
		mu.Lock()
		for inside == 3 || inside > 0 && who != group {
			change.Wait()
		}
		who = group
		inside++
		most = max(most, inside)
		mu.Unlock()
	}
	leave := func(group string) {
		mu.Lock()
		if who != group {
			mixed++
		}
		inside--
		mu.Unlock()
		change.Broadcast()
	}
	var wg sync.WaitGroup
	for i := 1; i <= 12; i++ {
		wg.Go(func() {
			group := "odd"
			if i%2 == 0 {
				group = "even"
			}
			for range 3 {
				enter(group)
				time.Sleep(time.Millisecond)
				leave(group)
			}
		})
	}
	wg.Wait()
	fmt.Printf("inside\t%d\tmixed\t%d\tmost\t%t\n", inside, mixed, most <= 3)
}
