-- 100,000 goroutines that sleep a millisecond now and then.
local n = tonumber(arg[1])
local wg = sync.WaitGroup()
local function sleeper(times)
  for _ = 1, times do time.Sleep(time.Millisecond) end
  wg:Done()
end
wg:Add(100000)
for _ = 1, 100000 do go(sleeper, n // 100000) end
wg:Wait()
