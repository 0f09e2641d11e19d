-- Count a wait group up and down.
local n = tonumber(arg[1])
local wg = sync.WaitGroup()
for _ = 1, n do
  wg:Add(1)
  wg:Done()
  wg:Wait()
end
