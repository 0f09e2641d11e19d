local c = chan(3)
local function produce(out, n)
  for i = 1, n do out:send(i) end
  close(out)
end
local function consume(inp)
  local sum = 0
  for v in range(inp) do sum = sum + v end
  return sum
end
produce(sendonly(c), 3)
local r, s = recvonly(c), sendonly(c)
print(len(r), cap(r), len(s), cap(s))
print(consume(r), r == recvonly(c), s == sendonly(c))
