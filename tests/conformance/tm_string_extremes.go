package main

import (
	"fmt"
	"math"
	"time"
)

func main() {
	for _, d := range []time.Duration{-1, -1500, -time.Second, -90 * time.Minute, math.MaxInt64, math.MinInt64} {
		fmt.Println(d.String())
	}
}
