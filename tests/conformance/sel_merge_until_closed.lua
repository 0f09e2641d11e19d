local function numbers(from, to)
  local c = chan()
  go(function()
    for i = from, to do c:send(i) end
    close(c)
  end)
  return c
end
local a, b = numbers(1, 20), numbers(101, 130)
local n, sum = 0, 0
while a or b do
  local i, v, ok = select { recv(a), recv(b) }
  if ok then
    n, sum = n + 1, sum + v
  elseif i == 1 then
    a = nil
  else
    b = nil
  end
end
print(n, sum)
