local a = chan(1)
a:send(1)
print("selecting")
select { send(a, 2) }
