package main

import (
	"errors"
	"fmt"
	"time"
)

func main() {
	future := func(f func(int) (any, error), n int) func() (any, error) {
		ready := make(chan bool)
		var value any
		var err error
		go func() {
			value, err = f(n)
			close(ready)
		}()
		return func() (any, error) {
			<-ready
			return value, err
		}
	}
	start := time.Now()
	slow := func(n int) (any, error) {
		time.Sleep(60 * time.Millisecond)
		if n < 0 {
			return nil, errors.New("negative")
		}
		return n * n, nil
	}
	a, b, c := future(slow, 3), future(slow, 4), future(slow, -1)
	x, _ := a()
	y, _ := b()
	z, err := a()
	fmt.Println(x.(int)+y.(int), z, err)
	fmt.Println(c())
	fmt.Println("together", time.Since(start) < 170*time.Millisecond)
}
