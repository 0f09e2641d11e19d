local sf, runs, wg = singleflight.New(), atomic.Int64(), sync.WaitGroup()
local shared_n = atomic.Int64()
for i = 1, 12 do
  wg:Go(function()
    local key = "key" .. i % 3
    local v, err, shared = sf:Do(key, function()
      runs:Add(1)
      time.Sleep(60 * time.Millisecond)
      return "value of " .. key, nil
    end)
    if v == "value of " .. key and err == nil and shared then shared_n:Add(1) end
  end)
end
wg:Wait()
fmt.Println("runs", runs:Load(), "shared", shared_n:Load())
for i = 1, 2 do
  local v, err, shared = sf:Do("one", function() return i, nil end)
  fmt.Println(v, err, shared)
end
