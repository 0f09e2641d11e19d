local ms = time.Millisecond
local t = time.NewTimer(10 * ms)
time.Sleep(40 * ms)
fmt.Println("stop", t:Stop(), "again", t:Stop())
select {
  recv(t.C, function() print("stale value") end),
  default(function() print("nothing there") end),
}
local fired = chan(1)
local f = time.AfterFunc(10 * ms, function() fired:send(true) end)
fired:recv()
fmt.Println("func timer", f:Stop())
t:Reset(10 * ms)
t.C:recv()
fmt.Println("received", t:Stop())
