package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	pending := make(chan chan string, 4)
	go func() {
		for i := 1; i <= 12; i++ {
			result := make(chan string, 1)
			pending <- result
			go func() {
				time.Sleep(time.Duration(i*7%5*3) * ms)
				result <- fmt.Sprintf("job %d", i)
			}()
		}
		close(pending)
	}()
	for r := range pending {
		fmt.Println(<-r)
	}
}
