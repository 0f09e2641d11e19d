local jobs = chan(4, "jobs")
local done = chan(0, "done")
local mu = sync.Mutex("mu")
local total = 0
local function worker(id)
  for j in range(jobs) do
    mu:Lock()
    total = total + j
    mu:Unlock()
  end
  done:send(id)
end
for i = 1, 3 do go(worker, i) end
for i = 1, 6 do jobs:send(i) end
jobs:close()
for i = 1, 3 do print("done", (done:recv())) end
print("total", total)
