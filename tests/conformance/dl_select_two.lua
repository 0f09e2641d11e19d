local a, b = chan(), chan()
print("selecting")
select { recv(a), send(b, 1) }
