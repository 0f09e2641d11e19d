package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(50 * time.Millisecond)
	fmt.Printf("stopped\t%t\n", t.Stop())
	<-t.C
	fmt.Println("never")
}
