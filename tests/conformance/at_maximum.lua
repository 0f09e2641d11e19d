local most, wg = atomic.Int64(), sync.WaitGroup()
for g = 1, 10 do
  wg:Go(function()
    for i = 1, 30 do
      local v = (g * 7919 + i * 104729) % 10007
      while true do
        local old = most:Load()
        if v <= old or most:CompareAndSwap(old, v) then break end
        runtime.Gosched()
      end
    end
  end)
end
wg:Wait()
local want = 0
for g = 1, 10 do
  for i = 1, 30 do want = math.max(want, (g * 7919 + i * 104729) % 10007) end
end
print(most:Load(), most:Load() == want)
