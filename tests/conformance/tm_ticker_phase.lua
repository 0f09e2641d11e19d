local ms = time.Millisecond
local start = time.Now()
local t = time.NewTicker(100 * ms)
local function at() return (time.Since(start) + 25 * ms) // (50 * ms) * 50 end
t.C:recv()
print("first", at())
time.Sleep(250 * ms)
t.C:recv()
print("missed", at())
t.C:recv()
print("regular", at())
