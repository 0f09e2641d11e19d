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
local once = sync.Once()
for i = 0, 2 do
  spawn(function()
    once:Do(function()
      L("init by %d,", i)
      runtime.Gosched()
    end)
    L("after%d", i)
  end)
end
W:Wait()
print(table.concat(log, " "))
