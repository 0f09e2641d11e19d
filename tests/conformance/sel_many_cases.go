package main

import (
	"fmt"
	"reflect"
)

func main() {
	const N = 50
	var cases []reflect.SelectCase
	for i := 1; i <= N; i++ {
		c := make(chan int)
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)})
		go func() { c <- i * i }()
	}
	sum, wrong := 0, 0
	for range N {
		i, v, ok := reflect.Select(cases)
		if int(v.Int()) != (i+1)*(i+1) || !ok {
			wrong++
		}
		sum += int(v.Int())
	}
	fmt.Printf("sum\t%d\twrong\t%d\n", sum, wrong)
}
