local c = chan(1)
c:close()
print("closed")
c:send(1)
