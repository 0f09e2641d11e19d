-- Start goroutines that end at once, 1000 at a time.
local n = tonumber(arg[1])
local wg = sync.WaitGroup()
local function task() wg:Done() end
for _ = 1, n // 1000 do
  wg:Add(1000)
  for _ = 1, 1000 do go(task) end
  wg:Wait()
end
