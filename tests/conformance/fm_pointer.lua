fmt.Printf("%p|%p|%p|%p|%p\n", 5, "x", true, 2.5, nil)
