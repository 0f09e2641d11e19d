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
local cond = sync.Cond(mu)
for i = 0, 2 do
  spawn(function()
    mu:Lock()
    cond:Wait()
    mu:Unlock()
    L("w%d", i)
  end)
  runtime.Gosched()
end
for i = 1, 3 do
  cond:Signal()
  L("s%d", i)
end
W:Wait()
print(table.concat(log, " "))
