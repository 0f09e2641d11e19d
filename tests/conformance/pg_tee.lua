local function tee(inp)
  local a, b = chan(), chan()
  go(function()
    for v in range(inp) do
      local x, y = a, b
      for _ = 1, 2 do
        select {
          send(x, v, function() x = nil end),
          send(y, v, function() y = nil end),
        }
      end
    end
    close(a)
    close(b)
  end)
  return a, b
end
local src = chan()
go(function()
  for i = 1, 6 do src:send(i * i) end
  close(src)
end)
local a, b = tee(src)
for v in range(a) do print(v, (b:recv())) end
