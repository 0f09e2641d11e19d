package main

import (
	"fmt"
	"sync"
)

func main() {
	const N, generations = 6, 4
	var grid [N][N]int
	for _, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		grid[p[0]][p[1]] = 1
	}
	neighbours := func(y, x int) int {
		n := 0
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				if dy != 0 || dx != 0 {
					n += grid[(y+dy+N)%N][(x+dx+N)%N]
				}
			}
		}
		return n
	}
	for range generations {
		var next [N][N]int
		var wg sync.WaitGroup
		for y := range N {
			wg.Go(func() {
				for x := range N {
					n := neighbours(y, x)
					if n == 3 || n == 2 && grid[y][x] == 1 {
						next[y][x] = 1
					}
				}
			})
		}
		wg.Wait()
		grid = next
	}
	for _, row := range grid {
		for _, v := range row {
			fmt.Print(v)
		}
		fmt.Println()
	}
}
