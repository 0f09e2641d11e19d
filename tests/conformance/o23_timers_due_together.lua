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
for i = 0, 3 do
  spawn(function()
    time.Sleep((i + 1) * 200 * time.Microsecond)
    L("t%d", i)
  end)
end
runtime.Gosched()
work(3 * time.Millisecond)
W:Wait()
print(table.concat(log, " "))
