local function Semaphore(n)
  local mu = sync.Mutex()
  local free = sync.Cond(mu)
  return function()
    mu:Lock()
    while n == 0 do free:Wait() end
    n = n - 1
    mu:Unlock()
  end, function()
    mu:Lock()
    n = n + 1
    mu:Unlock()
    free:Signal()
  end
end
local acquire, release = Semaphore(3)
local inside, most, wg = atomic.Int64(), atomic.Int64(), sync.WaitGroup()
for _ = 1, 12 do
  wg:Go(function()
    acquire()
    local n = inside:Add(1)
    if n > most:Load() then most:Store(n) end
    time.Sleep(2 * time.Millisecond)
    inside:Add(-1)
    release()
  end)
end
wg:Wait()
print("most", most:Load() <= 3, "inside", inside:Load())
