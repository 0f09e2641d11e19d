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
local mu = sync.Mutex()
mu:Lock()
for i = 0, 3 do
  spawn(function()
    mu:Lock()
    L("l%d", i)
    mu:Unlock()
  end)
  runtime.Gosched()
end
L("unlock")
mu:Unlock()
W:Wait()
print(table.concat(log, " "))
