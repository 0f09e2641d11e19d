local start, finish = chan(), sync.WaitGroup()
local too_early, ran, go_ahead = atomic.Int64(), atomic.Int64(), atomic.Bool()
for _ = 1, 10 do
  finish:Go(function()
    start:recv()
    if not go_ahead:Load() then too_early:Add(1) end
    ran:Add(1)
  end)
end
time.Sleep(30 * time.Millisecond)
print("ran before", ran:Load())
go_ahead:Store(true)
close(start)
finish:Wait()
print("ran", ran:Load(), "too early", too_early:Load())
