-- Park goroutines for ever; what a goroutine costs in memory.
local n = tonumber(arg[1])
local ch, wg = chan(), sync.WaitGroup()
local function park()
  wg:Done()
  ch:recv()
end
wg:Add(n)
for _ = 1, n do go(park) end
wg:Wait()
