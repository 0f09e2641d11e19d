local slots = chan(4)
local function sort(list, lo, hi)
  if lo >= hi then return end
  local pivot, i = list[hi], lo
  for j = lo, hi - 1 do
    if list[j] < pivot then
      list[i], list[j] = list[j], list[i]
      i = i + 1
    end
  end
  list[i], list[hi] = list[hi], list[i]
  local wg = sync.WaitGroup()
  select {
    send(slots, true, function()
      wg:Go(function()
        sort(list, lo, i - 1)
        slots:recv()
      end)
    end),
    default(function() sort(list, lo, i - 1) end),
  }
  sort(list, i + 1, hi)
  wg:Wait()
end
local list = {}
for i = 1, 60 do list[i] = i * 7919 % 211 end
sort(list, 1, #list)
fmt.Println(list)
