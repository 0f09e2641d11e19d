local ms = time.Millisecond
local log = chan(10)
time.AfterFunc(120 * ms, function() log:send("after func 120") end)
go(function() time.Sleep(80 * ms) log:send("sleep 80") end)
go(function() time.After(40 * ms):recv() log:send("after 40") end)
local ctx, cancel = context.WithTimeout(context.Background(), 160 * ms)
go(function() ctx:Done():recv() log:send("context 160") end)
local timer = time.NewTimer(200 * ms)
go(function() timer.C:recv() log:send("timer 200") end)
local tick = time.NewTicker(240 * ms)
go(function() tick.C:recv() log:send("ticker 240") end)
for _ = 1, 6 do print((log:recv())) end
cancel()
