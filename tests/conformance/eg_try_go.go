package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
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
	g, stop := new(group), make(chan bool)
	g.SetLimit(2)
	wait := func() error {
		<-stop
		return nil
	}
	fmt.Println(g.TryGo(wait), g.TryGo(wait), g.TryGo(wait))
	close(stop)
	fmt.Println(g.Wait())
	fmt.Println(g.TryGo(func() error { return errors.New("tried") }), g.Wait())
}
