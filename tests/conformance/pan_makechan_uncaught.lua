local n = 2 - 5
print("making")
chan(n)
