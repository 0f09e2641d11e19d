package main

import (
	"fmt"
)

func main() {
	x := 3.14159
	fmt.Printf("%f|%6.2f|%-9.3f|%+.2f|% .2f|%08.3f|%+09.2f|\n", x, x, x, x, x, x, x)
	fmt.Printf("%f|%6.2f|%-9.3f|%+.2f|% .2f|%08.3f|%+09.2f|\n", -x, -x, -x, -x, -x, -x, -x)
	fmt.Printf("%.0f|%.0f|%.0f|%.0f|%5.f|\n", 0.5, 1.5, 2.5, 3.5, 2.7)
	fmt.Printf("%.1f|%.2f|%.10f\n", 0.25, 1.005, 0.1)
	fmt.Printf("%f|%.2f|%f\n", 1e20, 1e-10, 123456789.125)
}
