local work_, waiters = sync.WaitGroup(), sync.WaitGroup()
local done, early = atomic.Bool(), atomic.Int64()
work_:Add(2)
for _ = 1, 10 do
  waiters:Go(function()
    work_:Wait()
    if not done:Load() then early:Add(1) end
  end)
end
time.Sleep(20 * time.Millisecond)
work_:Add(-1)
time.Sleep(20 * time.Millisecond)
done:Store(true)
work_:Done()
waiters:Wait()
print("too early", early:Load())
