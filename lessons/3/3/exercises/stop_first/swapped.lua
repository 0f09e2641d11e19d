local function worker(jobs, stop)
  local did = 0
  while true do
    local case, job, ok = select { recv(stop), recv(jobs) }
    if case == 1 or not ok then return did end
    did = did + 1
  end
end

local jobs, stop = chan(3, "jobs"), chan(0, "stop")
for n = 1, 3 do
  jobs:send(n)
end
close(stop)
fmt.Println("did", worker(jobs, stop))
