package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

func main() {
	web := map[string][]string{
		"home":  {"docs", "blog", "about"},
		"docs":  {"home", "api", "tour"},
		"blog":  {"home", "post1", "post2", "post3"},
		"api":   {"docs", "missing"},
		"tour":  {"docs", "api"},
		"post1": {"blog"}, "post2": {"blog", "post1"}, "post3": {"about"},
		"about": {},
	}
	var mu sync.Mutex
	seen := map[string]bool{}
	var errs []string
	limit := make(chan bool, 3)
	var wg sync.WaitGroup
	var crawl func(page string)
	crawl = func(page string) {
		mu.Lock()
		old := seen[page]
		seen[page] = true
		mu.Unlock()
		if old {
			return
		}
		wg.Go(func() {
			limit <- true
			time.Sleep(time.Millisecond)
			links, ok := web[page]
			<-limit
			if !ok {
				mu.Lock()
				errs = append(errs, "not found: "+page)
				mu.Unlock()
				return
			}
			for _, link := range links {
				crawl(link)
			}
		})
	}
	crawl("home")
	wg.Wait()
	var pages []string
	for page := range seen {
		pages = append(pages, page)
	}
	sort.Strings(pages)
	fmt.Println(len(pages), pages)
	fmt.Println(errs)
}
