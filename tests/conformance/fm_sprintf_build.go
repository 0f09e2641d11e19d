package main

import (
	"fmt"
)

func main() {
	rows := []struct {
		name string
		n    int
		x    float64
	}{{"alpha", 1, 0.5}, {"beta", 22, 12.25}, {"gamma", 333, 100.125}}
	for i, r := range rows {
		s := fmt.Sprintf("%-8s|%4d|%8.2f|%02d", r.name, r.n, r.x, i+1)
		fmt.Printf("%s (%d)\n", s, len(s))
	}
	empty := ""
	fmt.Printf("%t\t%s\n", fmt.Sprintf(empty) == "", fmt.Sprintf("%s%s", "a", "b"))
}
