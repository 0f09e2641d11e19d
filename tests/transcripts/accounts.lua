local function account()
  local mu = sync.Mutex()
  return { lock = function() mu:Lock() end, unlock = function() mu:Unlock() end }
end
local a, b = account(), account()
local function move(x, y) x.lock() runtime.Gosched() y.lock() y.unlock() x.unlock() end
local wg = sync.WaitGroup()
wg:Go(function() move(a, b) end)
wg:Go(function() move(b, a) end)
wg:Wait()
