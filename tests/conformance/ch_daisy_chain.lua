local leftmost = chan()
local left = leftmost
for _ = 1, 2000 do
  local right = chan()
  go(function(l, r) l:send(1 + (r:recv())) end, left, right)
  left = right
end
go(function() left:send(1) end)
print((leftmost:recv()))
