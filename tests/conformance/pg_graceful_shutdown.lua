local ms = time.Millisecond
local requests, quit, wg = chan(), chan(), sync.WaitGroup()
local finished, refused = atomic.Int64(), atomic.Int64()
wg:Go(function()
  while true do
    local i = select { recv(requests), recv(quit) }
    if i == 2 then return end
    wg:Go(function()
      time.Sleep(50 * ms)
      finished:Add(1)
    end)
  end
end)
for _ = 1, 8 do requests:send(true) end
print("finished at shutdown", finished:Load())
close(quit)
wg:Wait()
select { send(requests, true), recv(time.After(20 * ms), function() refused:Add(1) end) }
print("finished", finished:Load(), "refused", refused:Load())
