local rw = sync.RWMutex()
local cond = sync.Cond(rw:RLocker())
local ready, together, wg = false, sync.WaitGroup(), sync.WaitGroup()
together:Add(3)
for _ = 1, 3 do
  wg:Go(function()
    cond.L:Lock()
    while not ready do cond:Wait() end
    together:Done()
    together:Wait()
    cond.L:Unlock()
  end)
end
time.Sleep(30 * time.Millisecond)
rw:Lock()
ready = true
rw:Unlock()
cond:Broadcast()
wg:Wait()
print("three readers at once")
