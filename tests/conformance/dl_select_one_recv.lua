local a = chan()
print("selecting")
select { recv(a) }
