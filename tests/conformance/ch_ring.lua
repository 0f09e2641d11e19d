local N, LAPS = 100, 20
local first = chan()
local inp = first
for _ = 2, N do
  local out = chan()
  local from = inp
  go(function()
    for v in range(from) do out:send(v + 1) end
    close(out)
  end)
  inp = out
end
local v = 0
for _ = 1, LAPS do
  local token = v
  go(function() first:send(token + 1) end)
  v = inp:recv()
end
close(first)
local _, ok = inp:recv()
print(v, ok)
