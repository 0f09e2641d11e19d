local ms = time.Millisecond
local cond = sync.Cond(sync.Mutex())
local woken = atomic.Int64()
for _ = 1, 6 do
  go(function()
    cond.L:Lock()
    cond:Wait()
    woken:Add(1)
    cond.L:Unlock()
  end)
end
time.Sleep(30 * ms)
cond:Signal()
time.Sleep(30 * ms)
print("after a signal", woken:Load())
cond:Broadcast()
time.Sleep(30 * ms)
print("after a broadcast", woken:Load())
