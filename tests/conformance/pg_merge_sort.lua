local function merge(a, b)
  local out, i, j = {}, 1, 1
  while i <= #a or j <= #b do
    if j > #b or (i <= #a and a[i] <= b[j]) then
      out[#out + 1] = a[i]
      i = i + 1
    else
      out[#out + 1] = b[j]
      j = j + 1
    end
  end
  return out
end
local function sort(list, result)
  if #list < 2 then return result:send(list) end
  local mid = #list // 2
  local left, right = chan(), chan()
  go(sort, { table.unpack(list, 1, mid) }, left)
  go(sort, { table.unpack(list, mid + 1) }, right)
  result:send(merge((left:recv()), (right:recv())))
end
local list = {}
for i = 1, 40 do list[i] = i * 7919 % 101 end
local result = chan()
go(sort, list, result)
fmt.Println((result:recv()))
