package main

import (
	"fmt"
	"sync"
)

func main() {
	a := [][]int{{1, 2, 3}, {4, 5, 6}}
	b := [][]int{{7, 8}, {9, 10}, {11, 12}}
	c := make([][]int, 2)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			row := make([]int, 2)
			for j := range 2 {
				for k := range 3 {
					row[j] += a[i][k] * b[k][j]
				}
			}
			c[i] = row
		})
	}
	wg.Wait()
	fmt.Println(c)
}
