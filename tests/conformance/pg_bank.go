package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	type account struct {
		mu      sync.Mutex
		balance int
	}
	accounts := make([]account, 5)
	for i := range accounts {
		accounts[i].balance = 100
	}
	var refused atomic.Int64
	transfer := func(from, to, amount int) {
		a, b := &accounts[min(from, to)], &accounts[max(from, to)]
		a.mu.Lock()
		defer a.mu.Unlock()
		b.mu.Lock()
		defer b.mu.Unlock()
		if accounts[from].balance < amount {
			refused.Add(1)
			return
		}
		x := accounts[from].balance
		runtime.Gosched()
		accounts[from].balance = x - amount
		accounts[to].balance += amount
	}
	var wg sync.WaitGroup
	for g := range 10 {
		wg.Go(func() {
			for i := range 30 {
				from, to := (g+i)%5, (g+2*i+1)%5
				if from != to {
					transfer(from, to, (g*i)%37+1)
				}
			}
		})
	}
	wg.Wait()
	sum, negative := 0, 0
	for i := range accounts {
		sum += accounts[i].balance
		if accounts[i].balance < 0 {
			negative++
		}
	}
	fmt.Printf("sum\t%d\tnegative\t%d\n", sum, negative)
}
