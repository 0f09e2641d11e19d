local chans = chan()
go(function()
  for i = 1, 5 do
    local c = chan(2)
    c:send(i * 10)
    c:send(i * 10 + 1)
    close(c)
    chans:send(c)
  end
  close(chans)
end)
local function bridge(cc)
  local out = chan()
  go(function()
    for c in range(cc) do
      for v in range(c) do out:send(v) end
    end
    close(out)
  end)
  return out
end
for v in range(bridge(chans)) do print(v) end
