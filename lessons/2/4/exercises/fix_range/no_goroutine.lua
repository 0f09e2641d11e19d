fmt.Println("diary: rain")
fmt.Println("diary: sun")
fmt.Println("diary closed")
