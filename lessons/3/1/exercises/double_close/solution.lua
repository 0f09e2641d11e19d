local results = chan(0, "results")
local working = sync.WaitGroup("working")

local function worker(tens)
  local _ <close> = defer(working.Done, working)
  for ones = 1, 2 do
    results:send(10 * tens + ones)
  end
end

working:Add(2)
go(worker, 1)
go(worker, 2)
go(function()
  working:Wait()
  close(results)
end)
local sum = 0
for r in range(results) do
  sum = sum + r
end
fmt.Println("sum", sum)
