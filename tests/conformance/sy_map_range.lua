local m = sync.Map()
for i = 1, 20 do m:Store(i, i * i) end
local seen = 0
m:Range(function()
  seen = seen + 1
  return seen < 5
end)
print("seen", seen)
m:Range(function(k, v)
  if k % 2 == 0 then m:Delete(k) else m:Store(k, -v) end
  return true
end)
local n, sum = 0, 0
m:Range(function(_, v)
  n, sum = n + 1, sum + v
  return true
end)
print("left", n, "sum", sum)
