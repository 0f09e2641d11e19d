local config, wg, torn = atomic.Value { version = 1, twice = 2 }, sync.WaitGroup(), atomic.Int64()
for _ = 1, 4 do
  wg:Go(function()
    for _ = 1, 50 do
      local c = config:Load()
      if c.twice ~= 2 * c.version then torn:Add(1) end
      runtime.Gosched()
    end
  end)
end
for v = 2, 20 do
  config:Store { version = v, twice = 2 * v }
  runtime.Gosched()
end
wg:Wait()
print("version", config:Load().version, "torn", torn:Load())
