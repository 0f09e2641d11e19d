local c = chan(16)
go(function()
  for i = 1, 10000 do c:send(i) end
  close(c)
end)
local sum, n, rising, last = 0, 0, true, 0
for v in range(c) do
  sum, n = sum + v, n + 1
  if v <= last then rising = false end
  last = v
end
print(n, sum, rising)
