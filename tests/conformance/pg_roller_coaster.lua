local SEATS, RIDES = 4, 4
local board, off, wrong, rides = chan(), chan(), 0, 0
local done = chan()
go(function()
  for _ = 1, RIDES do
    local on = {}
    for i = 1, SEATS do on[i] = board:recv() end
    rides = rides + 1
    if #on ~= SEATS then wrong = wrong + 1 end
    for _ = 1, SEATS do off:send(true) end
  end
  close(done)
end)
local wg, passengers = sync.WaitGroup(), atomic.Int64()
for i = 1, SEATS * RIDES do
  wg:Go(function()
    board:send(i)
    off:recv()
    passengers:Add(1)
  end)
end
wg:Wait()
done:recv()
print("rides", rides, "passengers", passengers:Load(), "wrong", wrong)
