-- Send values through a buffer of 128.
local n = tonumber(arg[1])
local ch = chan(128)
go(function()
  for i = 1, n do ch:send(i) end
end)
for _ = 1, n do ch:recv() end
