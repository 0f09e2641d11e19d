-- Four goroutines that share a counter under a mutex.
local n = tonumber(arg[1])
local mu = sync.Mutex()
local counter = 0
local wg = sync.WaitGroup()
local function worker()
  for _ = 1, n // 4 do
    mu:Lock()
    counter = counter + 1
    mu:Unlock()
  end
  wg:Done()
end
wg:Add(4)
for _ = 1, 4 do go(worker) end
wg:Wait()
