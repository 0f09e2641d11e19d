local ctx, cancel = context.WithCancel(context.Background())
local wg, stopped = sync.WaitGroup(), atomic.Int64()
local ticks = chan()
for _ = 1, 3 do
  wg:Go(function()
    while true do
      local i = select { recv(ctx:Done()), send(ticks, true) }
      if i == 1 then
        stopped:Add(1)
        return
      end
    end
  end)
end
for _ = 1, 10 do ticks:recv() end
cancel()
wg:Wait()
time.Sleep(20 * time.Millisecond)
print("stopped", stopped:Load(), runtime.NumGoroutine())
