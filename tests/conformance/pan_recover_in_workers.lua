local jobs, results = chan(), chan()
for _ = 1, 3 do
  go(function()
    for j in range(jobs) do
      local ok, err = pcall(function()
        if j % 3 == 0 then panic(fmt.Sprintf("bad job %d", j)) end
      end)
      results:send(ok and fmt.Sprintf("job %d done", j) or err)
    end
  end)
end
go(function()
  for j = 1, 9 do jobs:send(j) end
  close(jobs)
end)
local lines = {}
for i = 1, 9 do lines[i] = results:recv() end
table.sort(lines)
for _, s in ipairs(lines) do print(s) end
