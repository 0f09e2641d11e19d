local a, b, c = chan(), chan(), chan()
close(a)
close(b)
close(c)
local n = { 0, 0, 0 }
for _ = 1, 3000 do
  local i = select { recv(a), recv(b), recv(c) }
  n[i] = n[i] + 1
end
for i = 1, 3 do print(i, n[i] > 800 and n[i] < 1200) end
