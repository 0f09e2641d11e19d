local rw, wg, bad = sync.RWMutex(), sync.WaitGroup(), atomic.Int64()
local a, b = 0, 0
for _ = 1, 3 do
  wg:Go(function()
    for _ = 1, 40 do
      rw:Lock()
      a = a + 1
      runtime.Gosched()
      b = b + 1
      rw:Unlock()
    end
  end)
end
for _ = 1, 5 do
  wg:Go(function()
    for _ = 1, 40 do
      rw:RLock()
      local x = a
      runtime.Gosched()
      if x ~= b then bad:Add(1) end
      rw:RUnlock()
    end
  end)
end
wg:Wait()
print(a, b, bad:Load())
