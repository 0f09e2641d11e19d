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
local c = chan()
for i = 0, 4 do
  spawn(function()
    c:recv()
    L("r%d", i)
  end)
  runtime.Gosched()
end
close(c)
L("closed")
W:Wait()
print(table.concat(log, " "))
