local ms = time.Millisecond
local start, wg = time.Now(), sync.WaitGroup()
for _ = 1, 100 do
  wg:Go(function() time.Sleep(50 * ms) end)
end
wg:Wait()
local d = time.Since(start)
print(d >= 50 * ms, d < 500 * ms)
