-- 4096 keys in fewer and fewer buckets: how long does a get take?
local keys = 4096

local function hash(x)
  local h = x * 0x9E3779B97F4A7C15
  return h ~ (h >> 32)
end

local function filled(n)
  local buckets = {}
  for key = 1, keys do
    local b = hash(key) % n
    buckets[b] = { key = key, next = buckets[b] }
  end
  return buckets
end

local function get(buckets, n, key)
  local node = buckets[hash(key) % n]
  while node do
    work(20) -- each node lies somewhere else in memory
    if node.key == key then return node end
    node = node.next
  end
end

fmt.Println(" load  buckets  ns for a get")
for _, load in ipairs({ 0.25, 0.5, 0.75, 1.0, 2.0, 4.0, 8.0 }) do
  local n = keys / load // 1 | 0
  local buckets = filled(n)
  local began = time.Now()
  for key = 1, keys, 16 do get(buckets, n, key) end
  local ns = time.Since(began) * 16 // keys
  local bar = string.rep("#", ns // 4)
  fmt.Printf("%5.2f  %7d  %12d  %s\n", load, n, ns, bar)
end
