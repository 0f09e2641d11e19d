local a, b, stop = chan(), chan(), chan()
local function feed(c)
  local open = true
  while open do
    select { send(c, true), recv(stop, function() open = false end) }
  end
end
go(feed, a)
go(feed, b)
local n, rounds = { 0, 0 }, 0
while (n[1] < 20 or n[2] < 20) and rounds < 1000000 do
  local i = select { recv(a), recv(b) }
  n[i] = n[i] + 1
  rounds = rounds + 1
end
close(stop)
print(n[1] >= 20, n[2] >= 20)
