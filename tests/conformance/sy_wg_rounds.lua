local wg, total = sync.WaitGroup(), atomic.Int64()
for round = 1, 5 do
  wg:Add(round)
  for _ = 1, round do
    go(function()
      total:Add(1)
      wg:Done()
    end)
  end
  wg:Wait()
  print("round", round, "total", total:Load())
end
wg:Wait()
print("nothing to wait for")
