local runs, sum, wg = atomic.Int64(), atomic.Int64(), sync.WaitGroup()
local get = sync.OnceValue(function()
  runs:Add(1)
  time.Sleep(20 * time.Millisecond)
  return 42
end)
for _ = 1, 6 do
  wg:Go(function() sum:Add(get()) end)
end
wg:Wait()
print("runs", runs:Load(), "sum", sum:Load(), get())
