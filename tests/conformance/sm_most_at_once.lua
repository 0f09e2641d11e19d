local sem, wg = semaphore.NewWeighted(5), sync.WaitGroup()
local used, over = atomic.Int64(), atomic.Int64()
for i = 1, 15 do
  wg:Go(function()
    local n = i % 3 + 1
    sem:Acquire(context.Background(), n)
    if used:Add(n) > 5 then over:Add(1) end
    time.Sleep(5 * time.Millisecond)
    used:Add(-n)
    sem:Release(n)
  end)
end
wg:Wait()
print("over", over:Load(), "all free", sem:TryAcquire(5))
