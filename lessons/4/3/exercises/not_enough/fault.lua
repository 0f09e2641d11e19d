-- The other order: now the auditor may find 130.
local a, b = atomic.Int64(100), atomic.Int64(0)
local moved = chan(0, "moved")

go(function()
  b:Add(30)
  a:Add(-30)
  moved:send(true)
end)

local sum = a:Load() + b:Load()
moved:recv()
fmt.Println("the auditor found", sum)
