package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

func main() {
	ms := time.Millisecond
	var mu sync.Mutex
	failures := 0
	var openUntil time.Time
	call := func(f func() (any, error)) (any, error) {
		mu.Lock()
		defer mu.Unlock()
		if failures >= 3 && time.Now().Before(openUntil) {
			return nil, errors.New("circuit open")
		}
		v, err := f()
		if err != nil {
			failures++
			openUntil = time.Now().Add(100 * ms)
			return nil, err
		}
		failures = 0
		return v, nil
	}
	bad := func() (any, error) { return nil, errors.New("down") }
	good := func() (any, error) { return "up", nil }
	for range 3 {
		fmt.Println(call(bad))
	}
	fmt.Println(call(good))
	time.Sleep(130 * ms)
	fmt.Println(call(bad))
	fmt.Println(call(good))
	time.Sleep(130 * ms)
	fmt.Println(call(good))
	fmt.Println(call(good))
}
