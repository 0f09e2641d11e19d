panic(true)
