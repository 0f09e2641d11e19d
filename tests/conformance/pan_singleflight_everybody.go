package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type pan struct{ v any }

type call struct {
	done chan bool
	v    any
	pan  *pan
}

// A stand-in for golang.org/x/sync/singleflight.Do with its rule for panics.
type flight struct {
	mu    sync.Mutex
	calls map[string]*call
}

func (f *flight) Do(key string, fn func() any) any {
	f.mu.Lock()
	c, ok := f.calls[key]
	if !ok {
		c = &call{done: make(chan bool)}
		f.calls[key] = c
	}
	f.mu.Unlock()
	if ok {
		<-c.done
	} else {
		f.run(c, key, fn)
	}
	if c.pan != nil {
		panic(c.pan.v)
	}
	return c.v
}

func (f *flight) run(c *call, key string, fn func() any) {
	defer func() {
		if r := recover(); r != nil {
			c.pan = &pan{r}
		}
		f.mu.Lock()
		delete(f.calls, key)
		f.mu.Unlock()
		close(c.done)
	}()
	c.v = fn()
}

func main() {
	sf := flight{calls: map[string]*call{}}
	var wg sync.WaitGroup
	var caught atomic.Int64
	for range 4 {
		wg.Go(func() {
			defer func() {
				if r := recover(); r == "flight failed" {
					caught.Add(1)
				}
			}()
			sf.Do("k", func() any {
				time.Sleep(60 * time.Millisecond)
				panic("flight failed")
			})
		})
	}
	wg.Wait()
	fmt.Printf("caught\t%d\n", caught.Load())
	fmt.Println(sf.Do("k", func() any { return "recovered" }))
}
