local lock, n, wg = atomic.Bool(), 0, sync.WaitGroup()
for _ = 1, 8 do
  wg:Go(function()
    for _ = 1, 25 do
      while not lock:CompareAndSwap(false, true) do runtime.Gosched() end
      local old = n
      runtime.Gosched()
      n = old + 1
      lock:Store(false)
    end
  end)
end
wg:Wait()
print(n)
