package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(10 * time.Millisecond)
	k := time.NewTicker(10 * time.Millisecond)
	fmt.Printf("%d\t%d\t%d\t%d\n", len(t.C), cap(t.C), len(k.C), cap(k.C))
	time.Sleep(50 * time.Millisecond)
	fmt.Printf("%d\t%d\t%d\t%d\n", len(t.C), cap(t.C), len(k.C), cap(k.C))
	_, ok := <-t.C
	fmt.Println(ok)
}
