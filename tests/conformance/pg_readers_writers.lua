local rw, wg = sync.RWMutex(), sync.WaitGroup()
local readers, writers, clash, together = atomic.Int64(), atomic.Int64(), atomic.Int64(), atomic.Bool()
for i = 1, 8 do
  wg:Go(function()
    for _ = 1, 5 do
      if i <= 2 then
        rw:Lock()
        if writers:Add(1) ~= 1 or readers:Load() ~= 0 then clash:Add(1) end
        time.Sleep(time.Millisecond)
        writers:Add(-1)
        rw:Unlock()
      else
        rw:RLock()
        if readers:Add(1) > 1 then together:Store(true) end
        if writers:Load() ~= 0 then clash:Add(1) end
        time.Sleep(2 * time.Millisecond)
        readers:Add(-1)
        rw:RUnlock()
      end
    end
  end)
end
wg:Wait()
print("clashes", clash:Load(), "readers together", together:Load())
