package main

import (
	"fmt"
)

func merge(a, b []int) []int {
	var out []int
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0] <= b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return out
}

func mergeSort(list []int, result chan []int) {
	if len(list) < 2 {
		result <- list
		return
	}
	mid := len(list) / 2
	left, right := make(chan []int), make(chan []int)
	go mergeSort(list[:mid], left)
	go mergeSort(list[mid:], right)
	result <- merge(<-left, <-right)
}

func main() {
	var list []int
	for i := 1; i <= 40; i++ {
		list = append(list, i*7919%101)
	}
	result := make(chan []int)
	go mergeSort(list, result)
	fmt.Println(<-result)
}
