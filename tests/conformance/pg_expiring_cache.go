package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	type entry struct{ value any }
	ms := time.Millisecond
	var mu sync.Mutex
	entries := map[string]*entry{}
	set := func(k string, v any, ttl time.Duration) {
		mu.Lock()
		e := &entry{v}
		entries[k] = e
		mu.Unlock()
		time.AfterFunc(ttl, func() {
			mu.Lock()
			if entries[k] == e {
				delete(entries, k)
			}
			mu.Unlock()
		})
	}
	get := func(k string) any {
		mu.Lock()
		defer mu.Unlock()
		if e := entries[k]; e != nil {
			return e.value
		}
		return nil
	}
	set("short", 1, 50*ms)
	set("long", 2, 250*ms)
	set("renewed", 3, 50*ms)
	set("renewed", 4, 250*ms)
	fmt.Println(get("short"), get("long"), get("renewed"), get("none"))
	time.Sleep(150 * ms)
	fmt.Println(get("short"), get("long"), get("renewed"))
	time.Sleep(200 * ms)
	fmt.Println(get("short"), get("long"), get("renewed"))
}
