-- Runs without end; line 5 is never reached.
local jobs, mu, seen = chan(8), sync.Mutex(), {}
local function never()
  local here = 0
  return here
end
local function worker(id)
  for j in range(jobs) do
    local s = 0
    for k = 1, 20 do s = s + k % 3 end
    mu:Lock() seen[j % 500] = { s, j, never } mu:Unlock()
  end
end
for i = 1, 8 do go(worker, i) end
for i = 1, 1e12 do jobs:send(i) end
