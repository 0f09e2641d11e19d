package main

import (
	"context"
	"fmt"
	"sort"
	"sync"
	"time"
)

// A stand-in for golang.org/x/sync/semaphore, so that this file needs nothing else.
type waiter struct {
	n     int64
	ready chan bool
}

type weighted struct {
	mu         sync.Mutex
	size, used int64
	queue      []*waiter
}

func newWeighted(n int64) *weighted { return &weighted{size: n} }

func (s *weighted) TryAcquire(n int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) > 0 || s.used+n > s.size {
		return false
	}
	s.used += n
	return true
}

func (s *weighted) Acquire(ctx context.Context, n int64) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if s.TryAcquire(n) {
		return nil
	}
	if n > s.size {
		<-ctx.Done()
		return ctx.Err()
	}
	w := &waiter{n, make(chan bool)}
	s.mu.Lock()
	s.queue = append(s.queue, w)
	s.admit()
	s.mu.Unlock()
	select {
	case <-w.ready:
		return nil
	case <-ctx.Done():
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, q := range s.queue {
		if q == w {
			s.queue = append(s.queue[:i], s.queue[i+1:]...)
			s.admit()
			return ctx.Err()
		}
	}
	s.used -= n
	s.admit()
	return ctx.Err()
}

func (s *weighted) Release(n int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.used < n {
		panic("semaphore: released more than held")
	}
	s.used -= n
	s.admit()
}

// admit lets waiters in, oldest first, while the first one fits.
func (s *weighted) admit() {
	for len(s.queue) > 0 && s.used+s.queue[0].n <= s.size {
		s.used += s.queue[0].n
		close(s.queue[0].ready)
		s.queue = s.queue[1:]
	}
}

func main() {
	ms := time.Millisecond
	bg := context.Background()
	sem, log := newWeighted(10), make(chan string, 10)
	sem.Acquire(bg, 8)
	ask := func(name string, n int64) {
		go func() {
			sem.Acquire(bg, n)
			log <- name
		}()
		time.Sleep(25 * ms)
	}
	ask("five", 5)
	ask("one", 1)
	ask("two", 2)
	fmt.Println("try 1:", sem.TryAcquire(1), "admitted", len(log))
	sem.Release(3)
	time.Sleep(25 * ms)
	fmt.Println("admitted", len(log), <-log)
	sem.Release(5)
	time.Sleep(25 * ms)
	both := []string{<-log, <-log}
	sort.Strings(both)
	fmt.Println(both)
}
