local a, b = atomic.Int64(100), atomic.Int64(0)
local moved = chan(0, "moved")

go(function()
  a:Add(-30)
  b:Add(30)
  moved:send(true)
end)

local sum = a:Load() + b:Load()
moved:recv()
fmt.Println("the auditor found", sum)
