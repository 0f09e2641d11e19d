local a, b = sync.Mutex(), sync.Mutex()
local ms = time.Millisecond
local function cross(x, y)
  x:Lock()
  time.Sleep(10 * ms)
  y:Lock()
end
go(cross, a, b)
go(cross, b, a)
time.Sleep(60 * ms)
print("main is not bothered", runtime.NumGoroutine())
