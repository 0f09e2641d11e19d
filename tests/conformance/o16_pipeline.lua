local log = {}
local function L(...) log[#log + 1] = fmt.Sprintf(...) end
local gen, sq = chan(), chan()
go(function()
  for i = 1, 4 do
    L("gen%d", i)
    gen:send(i)
  end
  close(gen)
end)
go(function()
  for v in range(gen) do
    L("sq%d", v)
    sq:send(v * v)
  end
  close(sq)
end)
for v in range(sq) do L("out%d", v) end
print(table.concat(log, " "))
