-- Hand values from one goroutine to another.
local n = tonumber(arg[1])
local ch = chan(0)
go(function()
  for i = 1, n do ch:send(i) end
end)
for _ = 1, n do ch:recv() end
