local c = chan()
close(c)
print("once")
close(c)
