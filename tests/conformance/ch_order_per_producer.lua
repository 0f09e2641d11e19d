local c, wg = chan(2), sync.WaitGroup()
for p = 1, 5 do
  wg:Go(function()
    for i = 1, 40 do c:send { p = p, i = i } end
  end)
end
go(function()
  wg:Wait()
  close(c)
end)
local last, wrong, n = { 0, 0, 0, 0, 0 }, 0, 0
for m in range(c) do
  if m.i ~= last[m.p] + 1 then wrong = wrong + 1 end
  last[m.p] = m.i
  n = n + 1
end
print("received", n, "out of order", wrong)
