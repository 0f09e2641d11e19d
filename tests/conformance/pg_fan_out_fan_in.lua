local function gen(n)
  local out = chan()
  go(function()
    for i = 1, n do out:send(i) end
    close(out)
  end)
  return out
end
local function cube(inp)
  local out = chan()
  go(function()
    for v in range(inp) do out:send(v * v * v) end
    close(out)
  end)
  return out
end
local function merge(list)
  local out, wg = chan(), sync.WaitGroup()
  for _, c in ipairs(list) do
    wg:Go(function()
      for v in range(c) do out:send(v) end
    end)
  end
  go(function()
    wg:Wait()
    close(out)
  end)
  return out
end
local src = gen(50)
local n, sum = 0, 0
for v in range(merge { cube(src), cube(src), cube(src), cube(src) }) do
  n, sum = n + 1, sum + v
end
print(n, sum)
