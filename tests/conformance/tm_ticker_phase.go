package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	start := time.Now()
	t := time.NewTicker(100 * ms)
	at := func() time.Duration { return (time.Since(start) + 25*ms) / (50 * ms) * 50 }
	<-t.C
	fmt.Printf("first\t%d\n", at())
	time.Sleep(250 * ms)
	<-t.C
	fmt.Printf("missed\t%d\n", at())
	<-t.C
	fmt.Printf("regular\t%d\n", at())
}
