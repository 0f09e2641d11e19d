local fork = { sync.Mutex(), sync.Mutex() }
local wg = sync.WaitGroup()
for i = 1, 2 do
  wg:Go(function()
    local left, right = fork[i], fork[3 - i]
    left:Lock()
    time.Sleep(time.Microsecond)
    right:Lock()
  end)
end
wg:Wait()
