package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("ticking")
	<-time.Tick(0)
}
