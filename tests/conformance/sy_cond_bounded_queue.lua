local mu = sync.Mutex()
local not_full, not_empty = sync.Cond(mu), sync.Cond(mu)
local queue, most, LIMIT = {}, 0, 3
local function put(v)
  mu:Lock()
  while #queue == LIMIT do not_full:Wait() end
  queue[#queue + 1] = v
  if #queue > most then most = #queue end
  mu:Unlock()
  not_empty:Signal()
end
local function get()
  mu:Lock()
  while #queue == 0 do not_empty:Wait() end
  local v = table.remove(queue, 1)
  mu:Unlock()
  not_full:Signal()
  return v
end
local wg, sum = sync.WaitGroup(), atomic.Int64()
for p = 1, 3 do
  wg:Go(function()
    for i = 1, 20 do put(p * 100 + i) end
  end)
end
for _ = 1, 4 do
  wg:Go(function()
    for _ = 1, 15 do sum:Add(get()) end
  end)
end
wg:Wait()
print("sum", sum:Load(), "left", #queue, "within the limit", most <= LIMIT)
