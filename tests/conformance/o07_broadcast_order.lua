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
for i = 0, 4 do
  spawn(function()
    mu:Lock()
    cond:Wait()
    mu:Unlock()
    L("w%d", i)
  end)
  runtime.Gosched()
end
cond:Broadcast()
W:Wait()
print(table.concat(log, " "))
