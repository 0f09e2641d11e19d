local c = chan()
local n, first = 0, 0
go(function()
  for _ = 1, 600 do c:send(1) end
  close(c)
end)
local open = true
while open do
  select {
    recv(c, function(v, ok)
      if ok then n, first = n + v, first + 1 else open = false end
    end),
    recv(c, function(v, ok)
      if ok then n = n + v else open = false end
    end),
  }
end
print(n, first > 100 and first < 500)
