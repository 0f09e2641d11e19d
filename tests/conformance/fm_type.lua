fmt.Printf("%T %T %T %T %T\n", 1, 2.5, "x", true, nil)
fmt.Printf("%8T|%-8T|%T\n", 1, "x", 2.0)
fmt.Printf("%T\n", errors.New("e"))
