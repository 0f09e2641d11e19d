local ms = time.Millisecond
local rate, hold = 250, 20 * ms
local pool = chan(100, "pool")
local requests = sync.WaitGroup("requests")
local most = 0

for _ = 1, 50 do
  requests:Go(function()
    pool:send(true)
    most = math.max(most, len(pool))
    time.Sleep(hold)
    pool:recv()
  end)
  time.Sleep(time.Second // rate)
end
requests:Wait()
fmt.Println("in use at most:", most)
