package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	start, done, n := time.Now(), make(chan bool), 0
	var again func()
	again = func() {
		n++
		fmt.Printf("step\t%d\t%t\n", n, int(time.Since(start)/(20*ms)) >= n)
		if n < 4 {
			time.AfterFunc(20*ms, again)
		} else {
			close(done)
		}
	}
	time.AfterFunc(20*ms, again)
	<-done
	fmt.Printf("done\t%d\n", n)
}
