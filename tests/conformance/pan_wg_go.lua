local wg = sync.WaitGroup()
wg:Go(function() panic("no done") end)
wg:Wait()
print("never")
