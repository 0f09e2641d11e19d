local function worker(jobs, stop)
  local did = 0
  while true do
    select { recv(stop), default() }
    return did
  end
end

local jobs, stop = chan(3, "jobs"), chan(0, "stop")
for n = 1, 3 do
  jobs:send(n)
end
close(stop)
fmt.Println("did", worker(jobs, stop))
