-- Add to an atomic.
local n = tonumber(arg[1])
local a = atomic.Int64(0)
for _ = 1, n do a:Add(1) end
