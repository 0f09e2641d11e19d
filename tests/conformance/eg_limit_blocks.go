package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// A stand-in for golang.org/x/sync/errgroup, so that this file needs nothing else.
type group struct {
	cancel context.CancelCauseFunc
	wg     sync.WaitGroup
	sem    chan bool
	once   sync.Once
	err    error
}

func withContext(parent context.Context) (*group, context.Context) {
	ctx, cancel := context.WithCancelCause(parent)
	return &group{cancel: cancel}, ctx
}

func (g *group) start(f func() error) {
	g.wg.Add(1)
	go func() {
		defer func() {
			if g.sem != nil {
				<-g.sem
			}
			g.wg.Done()
		}()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel(err)
				}
			})
		}
	}()
}

func (g *group) Go(f func() error) {
	if g.sem != nil {
		g.sem <- true
	}
	g.start(f)
}

func (g *group) TryGo(f func() error) bool {
	if g.sem != nil {
		select {
		case g.sem <- true:
		default:
			return false
		}
	}
	g.start(f)
	return true
}

func (g *group) SetLimit(n int) {
	if n < 0 {
		g.sem = nil
		return
	}
	if active := len(g.sem); active != 0 {
		panic(fmt.Errorf("errgroup: modify limit while %v goroutines in the group are still active", active))
	}
	g.sem = make(chan bool, n)
}

func (g *group) Wait() error {
	g.wg.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

func main() {
	g := new(group)
	g.SetLimit(3)
	var active, most, runs atomic.Int64
	for range 12 {
		g.Go(func() error {
			if n := active.Add(1); n > most.Load() {
				most.Store(n)
			}
			time.Sleep(10 * time.Millisecond)
			active.Add(-1)
			runs.Add(1)
			return nil
		})
	}
	fmt.Println(g.Wait(), "runs", runs.Load(), "most", most.Load() <= 3)
}
