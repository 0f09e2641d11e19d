package main

import (
	"fmt"
	"sync"
)

var slots = make(chan bool, 4)

func quickSort(list []int) {
	if len(list) < 2 {
		return
	}
	last := len(list) - 1
	pivot, i := list[last], 0
	for j := range last {
		if list[j] < pivot {
			list[i], list[j] = list[j], list[i]
			i++
		}
	}
	list[i], list[last] = list[last], list[i]
	var wg sync.WaitGroup
	select {
	case slots <- true:
		wg.Go(func() {
			quickSort(list[:i])
			<-slots
		})
	default:
		quickSort(list[:i])
	}
	quickSort(list[i+1:])
	wg.Wait()
}

func main() {
	list := make([]int, 60)
	for i := range list {
		list[i] = (i + 1) * 7919 % 211
	}
	quickSort(list)
	fmt.Println(list)
}
