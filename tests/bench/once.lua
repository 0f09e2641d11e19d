-- Ask a Once that is done.
local n = tonumber(arg[1])
local once = sync.Once()
local done = 0
local function f() done = done + 1 end
for _ = 1, n do once:Do(f) end
