package main

import (
	"fmt"
	"sort"
	"sync"
)

type broker struct {
	mu   sync.RWMutex
	subs map[string][]chan string
}

func (b *broker) subscribe(topic string) chan string {
	c := make(chan string, 10)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[topic] = append(b.subs[topic], c)
	return c
}

func (b *broker) publish(topic, v string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, c := range b.subs[topic] {
		c <- v
	}
}

func (b *broker) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, list := range b.subs {
		for _, c := range list {
			close(c)
		}
	}
}

func main() {
	b := &broker{subs: map[string][]chan string{}}
	var wg sync.WaitGroup
	lines := make(chan string, 20)
	for _, s := range [][2]string{{"ada", "news"}, {"bob", "news"}, {"cem", "sport"}} {
		c := b.subscribe(s[1])
		wg.Go(func() {
			for v := range c {
				lines <- s[0] + " got " + v
			}
		})
	}
	b.publish("news", "first")
	b.publish("sport", "goal")
	b.publish("news", "second")
	b.publish("weather", "nobody hears this")
	b.close()
	wg.Wait()
	close(lines)
	var all []string
	for s := range lines {
		all = append(all, s)
	}
	sort.Strings(all)
	for _, s := range all {
		fmt.Println(s)
	}
}
