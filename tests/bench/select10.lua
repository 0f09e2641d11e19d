-- Receive from ten producers with one select.
local n = tonumber(arg[1])
local c = {}
for i = 1, 10 do
  c[i] = chan()
  go(function()
    while true do c[i]:send(i) end
  end)
end
for _ = 1, n do
  select {
    recv(c[1]),
    recv(c[2]),
    recv(c[3]),
    recv(c[4]),
    recv(c[5]),
    recv(c[6]),
    recv(c[7]),
    recv(c[8]),
    recv(c[9]),
    recv(c[10]),
  }
end
