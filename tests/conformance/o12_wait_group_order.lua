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
local wg = sync.WaitGroup()
wg:Add(1)
for i = 0, 3 do
  spawn(function()
    wg:Wait()
    L("w%d", i)
  end)
  runtime.Gosched()
end
wg:Done()
L("done")
W:Wait()
print(table.concat(log, " "))
