local results = chan(0, "results")

local function worker(tens)
  for ones = 1, 2 do
    results:send(10 * tens + ones)
  end
end

go(worker, 1)
go(worker, 2)
local sum = 0
for r in range(results) do
  sum = sum + r
end
fmt.Println("sum", sum)
