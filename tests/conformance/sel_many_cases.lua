local N = 50
local chans = {}
for i = 1, N do
  chans[i] = chan()
  go(function() chans[i]:send(i * i) end)
end
local sum, wrong = 0, 0
for _ = 1, N do
  local cases = {}
  for i = 1, N do cases[i] = recv(chans[i]) end
  local i, v, ok = select(cases)
  if v ~= i * i or not ok then wrong = wrong + 1 end
  sum = sum + v
end
print("sum", sum, "wrong", wrong)
