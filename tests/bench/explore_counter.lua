-- Two goroutines that each add to a counter five times without a lock.
local s = shared{ n = 0 }
local function add()
  for _ = 1, 5 do s.n = s.n + 1 end
end
check.par(add, add)
