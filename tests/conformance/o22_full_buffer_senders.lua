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
local c = chan(2)
c:send(0)
c:send(1)
for i = 2, 4 do
  spawn(function()
    c:send(i)
    L("sent%d", i)
  end)
  runtime.Gosched()
end
for _ = 1, 5 do
  local v = c:recv()
  L("got%d", v)
  L("len%d", len(c))
end
W:Wait()
print(table.concat(log, " "))
