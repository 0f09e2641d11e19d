local log = {}
local function L(...) log[#log + 1] = fmt.Sprintf(...) end
local jobs, res = chan(6), chan(6)
for w = 0, 2 do
  go(function()
    for j in range(jobs) do res:send(fmt.Sprintf("w%d:j%d", w, j)) end
  end)
end
for j = 0, 5 do jobs:send(j) end
close(jobs)
for _ = 0, 5 do L("%s", (res:recv())) end
print(table.concat(log, " "))
