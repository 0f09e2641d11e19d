fmt.Println("left:", runtime.NumGoroutine() - 1)
