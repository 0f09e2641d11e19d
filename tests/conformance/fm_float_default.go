package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(0.1, 0.1+func() float64 { return 0.2 }(), 1/3.0, 2/3.0, 100/7.0)
	fmt.Println(1e5, 1e6, 1e20, 1e21, 123456789.0, 1e-4, 1e-5, 0.00012345)
	fmt.Println(2.0, -2.0, 1e15, 1e16, math.Pow(2, 53), 5e-324, 1.7976931348623157e308)
	fmt.Println(12345678.9, 99999999999999990000.5, 1.0e7, 6.02214076e23)
	fmt.Printf("%v|%8v|%-8v|%+v|%.3v|%8.3v|\n", 2.5, 2.5, 2.5, 2.5, 3.14159, 1234.5678)
}
