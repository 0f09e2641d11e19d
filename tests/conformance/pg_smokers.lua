local names = { "tobacco", "paper", "matches" }
local table_ = { chan(), chan(), chan() }
local smoked, done = { 0, 0, 0 }, chan()
for i = 1, 3 do
  go(function()
    for _ in range(table_[i]) do
      smoked[i] = smoked[i] + 1
      done:send(i)
    end
  end)
end
local wrong = 0
for round = 0, 29 do
  local missing = round * round % 3 + 1
  table_[missing]:send(true)
  if done:recv() ~= missing then wrong = wrong + 1 end
end
for i = 1, 3 do
  close(table_[i])
  print(names[i], smoked[i])
end
print("wrong", wrong)
