local c = chan()
print("sending")
c:send(1)
