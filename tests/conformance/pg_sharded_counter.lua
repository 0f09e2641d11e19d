local shards, wg = {}, sync.WaitGroup()
for i = 1, 4 do shards[i] = { mu = sync.Mutex(), n = {} } end
local function add(key)
  local s = shards[#key % 4 + 1]
  s.mu:Lock()
  s.n[key] = (s.n[key] or 0) + 1
  s.mu:Unlock()
end
for g = 1, 10 do
  wg:Go(function()
    for i = 1, 20 do add(string.rep("k", (g + i) % 7 + 1)) end
  end)
end
wg:Wait()
local total, keys = 0, 0
for _, s in ipairs(shards) do
  for _, n in pairs(s.n) do total, keys = total + n, keys + 1 end
end
print("keys", keys, "total", total)
