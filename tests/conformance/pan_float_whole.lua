print("before")
panic(1234567.0)
