package main

import (
	"fmt"
	"math"
)

func main() {
	inf, nan, zero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	fmt.Println(inf, -inf, nan != nan, zero)
	fmt.Printf("%f|%.2f|%8.1f|%-8.1f|%08.1f|%+f|% f|\n", inf, -inf, inf, inf, -inf, inf, inf)
	fmt.Printf("%v|%+v|%f|%.1f\n", inf, inf, zero, zero)
}
