panic(1.5)
