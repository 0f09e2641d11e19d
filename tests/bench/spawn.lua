-- Start goroutines that end at once, 1000 at a time.
local n = tonumber(arg[1])
local function task() end
for _ = 1, n // 1000 do
  for _ = 1, 1000 do go(task) end
  runtime.Gosched() -- behind all of them
end
