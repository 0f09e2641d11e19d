local function filter(inp, out, prime)
  for v in range(inp) do
    if v % prime ~= 0 then out:send(v) end
  end
end
local c = chan()
go(function(first)
  local i = 2
  while true do
    first:send(i)
    i = i + 1
  end
end, c)
local primes = {}
for i = 1, 25 do
  local p = c:recv()
  primes[i] = p
  local next_ = chan()
  go(filter, c, next_, p)
  c = next_
end
print(table.concat(primes, " "))
