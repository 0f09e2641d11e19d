// Run groups of a hundred tasks, the last of which fails.
package main

import (
	"errors"
	"os"
	"strconv"
	"sync"
)

// group is errgroup.Group as golang.org/x/sync has it, without limit.
type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

func (g *group) Wait() error {
	g.wg.Wait()
	return g.err
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	failed := errors.New("failed")
	for i := 0; i < n/100; i++ {
		var g group
		for j := 0; j < 100; j++ {
			g.Go(func() error {
				if j == 99 {
					return failed
				}
				return nil
			})
		}
		if g.Wait() != failed {
			panic("no error")
		}
	}
}
