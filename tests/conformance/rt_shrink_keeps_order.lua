local n, wg = atomic.Int64(), sync.WaitGroup()
for _ = 1, 500 do
  wg:Go(function() n:Add(1) end)
end
runtime.GOMAXPROCS(1)
wg:Wait()
print(n:Load())
