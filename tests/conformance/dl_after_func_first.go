package main

import (
	"fmt"
	"time"
)

func main() {
	time.AfterFunc(30*time.Millisecond, func() { fmt.Println("fired") })
	fmt.Println("waiting")
	<-make(chan int)
}
