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
for i = 0, 2 do
  spawn(function()
    for j = 0, 2 do
      mu:Lock()
      L("%d.%d", i, j)
      runtime.Gosched()
      mu:Unlock()
    end
  end)
end
W:Wait()
print(table.concat(log, " "))
