local out = chan()
for i = 1, 50 do
  local inp = chan()
  go(function()
    local v = inp:recv()
    out:send(v.n + i)
  end)
  go(function() inp:send { n = 100 * i } end)
end
runtime.GC()
local sum = 0
for _ = 1, 50 do sum = sum + out:recv() end
runtime.GC()
print(sum)
