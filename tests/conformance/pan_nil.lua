print("before")
panic(nil)
