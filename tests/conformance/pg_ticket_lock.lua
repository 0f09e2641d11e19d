local next_, serving, n = atomic.Int64(), atomic.Int64(), 0
local wg, order, tickets = sync.WaitGroup(), {}, {}
for i = 1, 6 do
  wg:Go(function()
    for _ = 1, 10 do
      local mine = next_:Add(1) - 1
      while serving:Load() ~= mine do runtime.Gosched() end
      n = n + 1
      order[#order + 1] = mine
      serving:Add(1)
    end
  end)
end
wg:Wait()
local sorted = true
for i = 2, #order do
  if order[i] ~= order[i - 1] + 1 then sorted = false end
end
print(n, sorted)
