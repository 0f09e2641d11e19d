-- Buffered so that no send can panic; closed by whoever is first.
local results = chan(4, "results")
local closing = sync.Once()

local function worker(tens)
  for ones = 1, 2 do
    pcall(results.send, results, 10 * tens + ones)
  end
  closing:Do(function() close(results) end)
end

go(worker, 1)
go(worker, 2)
local sum = 0
for r in range(results) do
  sum = sum + r
end
fmt.Println("sum", sum)
