package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, -1, -time.Hour} {
		select {
		case <-time.After(d):
			fmt.Println("timer")
		default:
			fmt.Println("default")
		}
	}
	select {
	case <-time.After(time.Hour):
		fmt.Println("timer")
	default:
		fmt.Println("default")
	}
}
