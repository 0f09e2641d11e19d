local unused = chan(0, "unused")
go(function() unused:recv() end)
local stop = chan(0, "stop")
go(function() stop:recv() end)

local function fetch(n)
  local answer = chan(0, "answer")
  go(function()
    time.Sleep(n * time.Millisecond)
    answer:send(n)
  end)
  select { recv(answer), recv(time.After(2 * time.Millisecond)) }
end

for n = 1, 4 do fetch(n) end
time.Sleep(10 * time.Millisecond)
close(stop)
