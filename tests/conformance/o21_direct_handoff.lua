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
local c = chan(1)
for i = 0, 2 do
  spawn(function()
    local v = c:recv()
    L("r%d=%d", i, v)
  end)
  runtime.Gosched()
end
for i = 0, 2 do
  c:send(i)
  L("len%d", #c)
end
W:Wait()
print(table.concat(log, " "))
