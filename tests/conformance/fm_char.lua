fmt.Printf("%c%c%c|%c|%c\n", 71, 111, 33, 0x4e16, 0x1f600)
fmt.Printf("%4c|%-4c|%c|%c\n", 65, 66, 0xe9, 0x20ac)
fmt.Printf("%c|%c|\n", -1, 0x110000)
