local log = {}
local function L(...) log[#log + 1] = fmt.Sprintf(...) end
local W = sync.WaitGroup()
local function spawn(f)
  W:Add(1)
  go(function()
    f()
    W:Done()
  end)
end
local c, done = chan(), chan()
go(function()
  for v in range(c) do L("r%d", v) end
  L("closed")
  done:send(true)
end)
for i = 0, 4 do
  L("s%d", i)
  c:send(i)
end
close(c)
L("close")
done:recv()
L("end")
print(table.concat(log, " "))
