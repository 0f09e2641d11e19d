package main

import (
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	start := time.Now()
	t := time.NewTicker(time.Hour)
	t.Reset(40 * ms)
	<-t.C
	t.Reset(80 * ms)
	<-t.C
	<-t.C
	t.Stop()
	d := time.Since(start)
	fmt.Printf("40 + 80 + 80\t%d\n", (d+20*ms)/(40*ms)*40)
}
