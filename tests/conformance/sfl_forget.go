package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// A stand-in for golang.org/x/sync/singleflight, so that this file needs nothing else.
type result struct {
	Val    any
	Err    error
	Shared bool
}

type call struct {
	done chan bool
	res  result
	outs []chan result
}

type flight struct {
	mu    sync.Mutex
	calls map[string]*call
}

// join finds the call for key or makes one, and tells whether it is new.
func (f *flight) join(key string) (*call, bool) {
	if c, ok := f.calls[key]; ok {
		c.res.Shared = true
		return c, false
	}
	if f.calls == nil {
		f.calls = map[string]*call{}
	}
	c := &call{done: make(chan bool)}
	f.calls[key] = c
	return c, true
}

func (f *flight) run(c *call, key string, fn func() (any, error)) {
	v, err := fn()
	f.mu.Lock()
	defer f.mu.Unlock()
	c.res.Val, c.res.Err = v, err
	if f.calls[key] == c {
		delete(f.calls, key)
	}
	close(c.done)
	for _, ch := range c.outs {
		ch <- c.res
	}
}

func (f *flight) Do(key string, fn func() (any, error)) (any, error, bool) {
	f.mu.Lock()
	c, fresh := f.join(key)
	f.mu.Unlock()
	if fresh {
		f.run(c, key, fn)
	} else {
		<-c.done
	}
	return c.res.Val, c.res.Err, c.res.Shared
}

func (f *flight) DoChan(key string, fn func() (any, error)) <-chan result {
	out := make(chan result, 1)
	f.mu.Lock()
	c, fresh := f.join(key)
	c.outs = append(c.outs, out)
	f.mu.Unlock()
	if fresh {
		go f.run(c, key, fn)
	}
	return out
}

func (f *flight) Forget(key string) {
	f.mu.Lock()
	delete(f.calls, key)
	f.mu.Unlock()
}

func main() {
	ms := time.Millisecond
	var sf flight
	var runs atomic.Int64
	load := func() (any, error) {
		n := runs.Add(1)
		time.Sleep(60 * ms)
		return n, nil
	}
	first := sf.DoChan("k", load)
	time.Sleep(20 * ms)
	sf.Forget("k")
	second := sf.DoChan("k", load)
	fmt.Println((<-first).Val, (<-second).Val, "runs", runs.Load())
}
