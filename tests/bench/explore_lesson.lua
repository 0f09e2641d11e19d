-- A lesson's worker pool: three workers, a result each, a mutex over a tally.
local jobs, results = chan(2, "jobs"), chan(0, "results")
local mu, tally = sync.Mutex("mu"), shared{ done = 0 }
local wg = sync.WaitGroup("workers")
for id = 1, 3 do
  wg:Go(function()
    for job in range(jobs) do
      mu:Lock()
      tally.done = tally.done + 1
      mu:Unlock()
      results:send(id * 10 + job)
    end
  end)
end
go(function()
  for i = 1, 3 do jobs:send(i) end
  jobs:close()
  wg:Wait()
  results:close()
end)
for _ in range(results) do end
