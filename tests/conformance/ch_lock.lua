local lock, wg, n = chan(1), sync.WaitGroup(), 0
for _ = 1, 10 do
  wg:Go(function()
    for _ = 1, 50 do
      lock:send(true)
      local old = n
      runtime.Gosched()
      n = old + 1
      lock:recv()
    end
  end)
end
wg:Wait()
print(n, len(lock))
