local wg = sync.WaitGroup()
for i = 1, 4 do
  wg:Go(function()
    if i % 2 == 0 then runtime.Goexit() end
  end)
end
wg:Wait()
print("all done")
