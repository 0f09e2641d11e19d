package main

import (
	"fmt"
	"strings"
	"sync"
)

func main() {
	texts := []string{
		"the quick brown fox jumps over the lazy dog",
		"the dog barks and the fox runs",
		"a quick dog is a happy dog",
		"over and over the fox jumps",
	}
	parts := make(chan map[string]int)
	var wg sync.WaitGroup
	for _, text := range texts {
		wg.Go(func() {
			count := map[string]int{}
			for _, word := range strings.Fields(text) {
				count[word]++
			}
			parts <- count
		})
	}
	go func() {
		wg.Wait()
		close(parts)
	}()
	total := map[string]int{}
	for count := range parts {
		for word, n := range count {
			total[word] += n
		}
	}
	fmt.Println(total)
}
