package main

import (
	"fmt"
	"time"
)

func main() {
	for i := 1; i <= 3; i++ {
		go func() {
			defer fmt.Println("deferred", i)
			time.Sleep(time.Hour)
			fmt.Println("never", i)
		}()
	}
	time.Sleep(20 * time.Millisecond)
	fmt.Println("main returns")
}
