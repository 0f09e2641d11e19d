package main

import (
	"fmt"
	"sort"
)

func main() {
	jobs, results := make(chan int), make(chan string)
	do := func(j int) (s string) {
		defer func() {
			if r := recover(); r != nil {
				s = fmt.Sprint(r)
			}
		}()
		if j%3 == 0 {
			panic(fmt.Sprintf("bad job %d", j))
		}
		return fmt.Sprintf("job %d done", j)
	}
	for range 3 {
		go func() {
			for j := range jobs {
				results <- do(j)
			}
		}()
	}
	go func() {
		for j := 1; j <= 9; j++ {
			jobs <- j
		}
		close(jobs)
	}()
	var lines []string
	for range 9 {
		lines = append(lines, <-results)
	}
	sort.Strings(lines)
	for _, s := range lines {
		fmt.Println(s)
	}
}
