local once, wg = sync.Once(), sync.WaitGroup()
local ready, runs, early = atomic.Bool(), atomic.Int64(), atomic.Int64()
for _ = 1, 8 do
  wg:Go(function()
    once:Do(function()
      runs:Add(1)
      time.Sleep(40 * time.Millisecond)
      ready:Store(true)
    end)
    if not ready:Load() then early:Add(1) end
  end)
end
wg:Wait()
print("runs", runs:Load(), "early", early:Load())
