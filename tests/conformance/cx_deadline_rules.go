package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ms := time.Millisecond
	bg := context.Background()
	short, c1 := context.WithTimeout(bg, 40*ms)
	long, c2 := context.WithTimeout(short, time.Hour)
	a, _ := short.Deadline()
	b, ok := long.Deadline()
	fmt.Println("same deadline", a == b, ok)
	past, c3 := context.WithTimeout(bg, 0)
	fmt.Println("zero", past.Err())
	older, c4 := context.WithDeadline(bg, time.Now().Add(-1))
	fmt.Println("passed", older.Err(), context.Cause(older))
	<-long.Done()
	fmt.Println(long.Err(), short.Err())
	quick, c5 := context.WithTimeout(bg, time.Hour)
	c5()
	fmt.Println("cancelled first", quick.Err())
	for _, c := range []func(){c1, c2, c3, c4} {
		c()
	}
	fmt.Println("still", short.Err())
}
