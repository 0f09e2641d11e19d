local jobs = chan(0, "jobs")
local results = chan(0, "results")

local function worker()
  for n in range(jobs) do
    results:send(n * n)
  end
end

go(worker)
go(worker)
go(worker)
for n = 1, 5 do
  jobs:send(n)
end
close(jobs)
local sum = 0
for _ = 1, 5 do
  sum = sum + results:recv()
end
fmt.Println("sum", sum)
