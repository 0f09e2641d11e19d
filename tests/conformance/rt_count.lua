local ms = time.Millisecond
local function count(what)
  time.Sleep(20 * ms)
  fmt.Println(what, runtime.NumGoroutine())
end
local gate, t = chan(), time.NewTicker(time.Hour)
count("alone")
for _ = 1, 5 do go(function() gate:recv() end) end
count("five wait")
gate:send(1)
gate:send(1)
count("two released")
close(gate)
count("gate closed")
time.AfterFunc(time.Hour, print)
count("timers are no goroutines")
t:Stop()
