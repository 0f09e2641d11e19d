package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	log := make(chan string, 10)
	time.AfterFunc(120*ms, func() { log <- "after func 120" })
	go func() { time.Sleep(80 * ms); log <- "sleep 80" }()
	go func() { <-time.After(40 * ms); log <- "after 40" }()
	ctx, cancel := context.WithTimeout(context.Background(), 160*ms)
	go func() { <-ctx.Done(); log <- "context 160" }()
	timer := time.NewTimer(200 * ms)
	go func() { <-timer.C; log <- "timer 200" }()
	tick := time.NewTicker(240 * ms)
	go func() { <-tick.C; log <- "ticker 240" }()
	for range 6 {
		fmt.Println(<-log)
	}
	cancel()
}
