local sf, wg, caught = singleflight.New(), sync.WaitGroup(), atomic.Int64()
for _ = 1, 4 do
  wg:Go(function()
    local ok, err = pcall(function()
      sf:Do("k", function()
        time.Sleep(60 * time.Millisecond)
        panic("flight failed")
      end)
    end)
    if not ok and tostring(err):find("flight failed", 1, true) then caught:Add(1) end
  end)
end
wg:Wait()
print("caught", caught:Load())
print((sf:Do("k", function() return "recovered", nil end)))
