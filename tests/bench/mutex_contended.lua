-- Four goroutines that want one mutex, whose owner gives way while it has it.
local n = tonumber(arg[1])
local mu = sync.Mutex()
local counter = 0
local wg = sync.WaitGroup()
local function worker()
  for _ = 1, n // 4 do
    mu:Lock()
    counter = counter + 1
    runtime.Gosched()
    mu:Unlock()
  end
  wg:Done()
end
wg:Add(4)
for _ = 1, 4 do go(worker) end
wg:Wait()
