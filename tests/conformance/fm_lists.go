package main

import (
	"errors"
	"fmt"
)

func main() {
	type m = map[string]any
	type l = []any
	fmt.Println(l{1, 2, 3}, l{"a", "b"}, l{1.5, 2.0, true})
	fmt.Println(l{l{1, 2}, l{3}}, l{m{"a": 1}, m{"b": l{2, 3}}})
	fmt.Println(m{"b": 2, "a": 1, "c": 3}, map[int]string{10: "ten", 2: "two", -1: "minus"})
	fmt.Println(m{"list": l{1, 2}, "name": "x", "nested": m{"k": l{"v"}}})
	fmt.Printf("%v|%v\n", l{1, "two", 3.5}, m{"ok": true, "no": false})
	fmt.Println(errors.New("e"), l{errors.New("inside")})
}
