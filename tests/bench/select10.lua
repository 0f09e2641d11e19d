-- Receive from ten producers with one select.
local n = tonumber(arg[1])
local c = {}
for i = 1, 10 do
  c[i] = chan()
  go(function()
    while true do c[i]:send(i) end
  end)
end
local cases = {}
for i = 1, 10 do cases[i] = recv(c[i]) end
for _ = 1, n do select(cases) end
