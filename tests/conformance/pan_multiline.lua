panic("first line\nsecond line\nthird line")
