local jobs = chan(4, "jobs")
local results = chan(0, "results")

local function worker()
  for j in range(jobs) do
    results:send(j * j)
  end
end

go(worker)
go(worker)
for i = 1, 20 do
  jobs:send(i)
end
close(jobs)
for _ = 1, 20 do print((results:recv())) end
