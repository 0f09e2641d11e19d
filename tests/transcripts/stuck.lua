-- Two goroutines that wait for each other.
a, b = sync.Mutex("a"), sync.Mutex("b")
ready = chan(0, "ready")
local function take(x, y)
  x:Lock()
  ready:send(true)
  y:Lock()
end
go(take, a, b)
go(take, b, a)
ready:recv()
ready:recv()
time.Sleep(time.Millisecond)
ready:recv()
