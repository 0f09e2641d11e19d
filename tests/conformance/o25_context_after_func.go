package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

var log []string

// L notes what happens in memory: printing is a system call and would change the order.
func L(format string, a ...any) { log = append(log, fmt.Sprintf(format, a...)) }

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	time.Sleep(time.Millisecond) // begin with a fresh slice
	ctx, cancel := context.WithCancel(context.Background())
	context.AfterFunc(ctx, func() { L("af1") })
	stop := context.AfterFunc(ctx, func() { L("af2") })
	L("%t", stop())
	cancel()
	L("cancelled")
	L("%t", stop())
	runtime.Gosched()
	fmt.Println(strings.Join(log, " "))
}
