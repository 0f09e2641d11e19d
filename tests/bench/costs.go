// What operations take, each as "NAME NS": a micro-benchmark is run sixty
// times, and its best run counts.
package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

var n = 10000

func measure(name string, f func()) {
	best := time.Duration(1<<63 - 1)
	for range 60 {
		runtime.GC()
		start := time.Now()
		f()
		if d := time.Since(start); d < best {
			best = d
		}
	}
	fmt.Printf("%s %.1f\n", name, float64(best)/float64(n))
}

func through(size int) func() {
	return func() {
		ch := make(chan int, size)
		go func() {
			for i := 0; i < n; i++ {
				ch <- i
			}
		}()
		for i := 0; i < n; i++ {
			<-ch
		}
	}
}

func main() {
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	measure("unbuffered", through(0))
	measure("buffered1", through(1))
	measure("buffered10", through(10))
	measure("buffered100", through(100))
	measure("select2", func() {
		a, b := make(chan int), make(chan int)
		for _, ch := range []chan int{a, b} {
			go func() {
				for i := 0; i < n/2; i++ {
					ch <- i
				}
			}()
		}
		for i := 0; i < n; i++ {
			select {
			case <-a:
			case <-b:
			}
		}
	})
	measure("default", func() {
		ch := make(chan int)
		for i := 0; i < n; i++ {
			select {
			case <-ch:
			default:
			}
		}
	})
	measure("mutex", func() {
		var mu sync.Mutex
		for i := 0; i < n; i++ {
			mu.Lock()
			mu.Unlock()
		}
	})
	measure("rlock", func() {
		var mu sync.RWMutex
		for i := 0; i < n; i++ {
			mu.RLock()
			mu.RUnlock()
		}
	})
	measure("wlock", func() {
		var mu sync.RWMutex
		for i := 0; i < n; i++ {
			mu.Lock()
			mu.Unlock()
		}
	})
	measure("atomic", func() {
		var a atomic.Int64
		for i := 0; i < n; i++ {
			a.Add(1)
		}
	})
	measure("waitgroup", func() {
		var wg sync.WaitGroup
		for i := 0; i < n; i++ {
			wg.Add(1)
			wg.Done()
		}
	})
	measure("spawn", func() {
		var wg sync.WaitGroup
		for i := 0; i < n; i++ {
			wg.Add(1)
			go wg.Done()
			if i%100 == 99 {
				wg.Wait()
			}
		}
		wg.Wait()
	})
	measure("gosched", func() {
		var wg sync.WaitGroup
		for range 2 {
			wg.Go(func() {
				for i := 0; i < n/2; i++ {
					runtime.Gosched()
				}
			})
		}
		wg.Wait()
	})
	measure("hold", func() {
		var mu sync.Mutex
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for i := 0; i < n/4; i++ {
					mu.Lock()
					runtime.Gosched()
					mu.Unlock()
				}
			})
		}
		wg.Wait()
	})
	measure("timer", func() {
		for i := 0; i < n; i++ {
			time.AfterFunc(time.Hour, func() {}).Stop()
		}
	})
	measure("cancel", func() {
		for i := 0; i < n; i++ {
			_, cancel := context.WithCancel(context.Background())
			cancel()
		}
	})
}
