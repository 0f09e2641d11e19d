local log = {}
local function L(...) log[#log + 1] = fmt.Sprintf(...) end
local c, done = chan(2), chan()
go(function()
  for v in range(c) do L("r%d", v) end
  done:send(true)
end)
for i = 0, 6 do
  c:send(i)
  L("s%d", i)
end
close(c)
done:recv()
print(table.concat(log, " "))
