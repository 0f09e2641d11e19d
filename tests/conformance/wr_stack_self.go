package main

import (
	"fmt"
	"runtime"
	"strings"
	"time"
)

func main() {
	stuck := make(chan int)
	go func() { <-stuck }()
	time.Sleep(20 * time.Millisecond)
	buf := make([]byte, 1<<16)
	text := string(buf[:runtime.Stack(buf, false)])
	fmt.Println(text[:23])
	fmt.Printf("others\t%t\n", strings.Contains(text, "chan receive"))
	all := string(buf[:runtime.Stack(buf, true)])
	fmt.Println(all[:23])
	fmt.Printf("others\t%t\t%t\n", strings.Contains(all, "[chan receive]:"), strings.Contains(all, "created by "))
}
