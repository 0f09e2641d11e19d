local ms = time.Millisecond
local start = time.Now()
local t = time.NewTimer(20 * ms)
print("active", t:Reset(120 * ms))
t.C:recv()
print("late", time.Since(start) >= 120 * ms)
print("received", t:Reset(20 * ms))
time.Sleep(60 * ms)
print("due, not received", t:Reset(time.Hour))
select { recv(t.C, function() print("stale") end), default(function() print("nothing") end) }
print("stop", t:Stop(), "stopped", t:Reset(10 * ms))
t.C:recv()
print("fired again")
