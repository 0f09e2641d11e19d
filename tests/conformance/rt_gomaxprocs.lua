print(runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-5))
print(runtime.GOMAXPROCS(2), runtime.GOMAXPROCS(0))
local wg, n = sync.WaitGroup(), atomic.Int64()
for _ = 1, 20 do
  wg:Go(function()
    n:Add(1)
    runtime.Gosched()
    n:Add(1)
  end)
end
print(runtime.GOMAXPROCS(1), runtime.GOMAXPROCS(8), runtime.GOMAXPROCS(0))
wg:Wait()
print(n:Load())
