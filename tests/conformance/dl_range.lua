local c = chan(3)
for i = 1, 3 do c:send(i) end
for v in range(c) do print(v) end
