// What every twin uses. A twin is a function in twin; its number is the
// argument of the program.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const step = 10 * time.Millisecond // from one turn to the next

var (
	start  time.Time
	agents int // that take turns
	twin   = map[int]func(){}
)

var (
	remember bool // what is said, and tell it later
	memory   []string
)

// say prints a line with the moment and the agent.
func say(g int, format string, a ...any) {
	if remember {
		memory = append(memory, fmt.Sprintf("g%d "+format, append([]any{g}, a...)...))
		return
	}
	fmt.Printf("%d g%d "+format+"\n",
		append([]any{int(time.Since(start) / (50 * time.Microsecond)), g}, a...)...)
}

func tell() {
	for _, line := range memory {
		fmt.Println(line)
	}
}

// turn waits for the next moment that is g's alone.
func turn(g int) {
	now := time.Since(start)
	round := time.Duration(agents) * step
	next := now/round*round + time.Duration(g)*step
	if next <= now {
		next += round
	}
	time.Sleep(next - now)
}

// try calls f and says what it panicked with, if it did.
func try(g int, what string, f func()) {
	defer func() {
		if v := recover(); v != nil {
			say(g, "%s: panic: %v", what, v)
		}
	}()
	f()
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	start = time.Now()
	twin[n]()
}
