print("before")
panic(42)
