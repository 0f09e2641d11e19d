-- Four maps, used by 1 to 16 goroutines on 16 processors: how many
-- operations in a microsecond, if one in four is a put? All of them
-- begin empty.
local keys, operations = 128, 1600

local function hash(x)
  local h = x * 0x9E3779B97F4A7C15
  return h ~ (h >> 32)
end

-- A bucket is a list of nodes; each one looked at takes 20 ns, for it
-- lies somewhere else in memory. The node of key, and the last seen.
local function find(node, key)
  local last
  while node do
    work(20)
    last = node
    if node.key == key then return node, last end
    node = node.next:Load()
  end
  return nil, last
end

local function new_node(key, v)
  return { key = key, value = atomic.Value(v), next = atomic.Value() }
end

local function new_buckets(n)
  local t = { n = n }
  for i = 0, n - 1 do t[i] = atomic.Value() end
  return t
end

local function get(buckets, key)
  local node = find(buckets[hash(key) % buckets.n]:Load(), key)
  return node and node.value:Load()
end

-- How many entries there are more: 1 or 0.
local function put(buckets, key, v)
  local head = buckets[hash(key) % buckets.n]
  local node, last = find(head:Load(), key)
  if node then
    node.value:Store(v)
    return 0
  end
  local place = last and last.next or head
  place:Store(new_node(key, v))
  return 1
end

local function mutexes(n)
  local t = {}
  for i = 0, n - 1 do t[i] = sync.Mutex() end
  return t
end

-- Bucket b belongs to stripe b % n, and so does its lock. With more
-- than limit entries for each bucket the map moves to twice as many:
-- for that it takes all stripes, in order.
local function striped(n, size, limit)
  local mu, buckets, entries = mutexes(n), new_buckets(size), {}
  for i = 0, n - 1 do entries[i] = 0 end

  local function full(i)
    return limit and entries[i] > limit * buckets.n / n
  end

  local function grow(i)
    for k = 0, n - 1 do mu[k]:Lock() end
    if full(i) then -- nobody else has done it meanwhile
      local bigger = new_buckets(2 * buckets.n)
      for b = 0, buckets.n - 1 do
        local node = buckets[b]:Load()
        while node do
          put(bigger, node.key, node.value:Load())
          node = node.next:Load()
        end
      end
      buckets = bigger
    end
    for k = 0, n - 1 do mu[k]:Unlock() end
  end

  local function do_get(key)
    local i = hash(key) % n
    mu[i]:Lock()
    local v = get(buckets, key)
    mu[i]:Unlock()
    return v
  end

  local function do_put(key, v)
    local i = hash(key) % n
    mu[i]:Lock()
    entries[i] = entries[i] + put(buckets, key, v)
    local tight = full(i)
    mu[i]:Unlock() -- first let go, then take all
    if tight then grow(i) end
  end
  return do_get, do_put
end

-- Reading takes no lock. An empty bucket is claimed by a CAS; whoever
-- finds something in it takes the lock of this bucket.
local function cas_and_lock()
  local mu, buckets = mutexes(keys), new_buckets(keys)

  local function do_put(key, v)
    local i = hash(key) % keys
    if buckets[i]:Load() == nil and
       buckets[i]:CompareAndSwap(nil, new_node(key, v)) then
      return
    end
    mu[i]:Lock()
    put(buckets, key, v)
    mu[i]:Unlock()
  end
  return function(key) return get(buckets, key) end, do_put
end

local function measure(goroutines, pick, get, put)
  runtime.GC() -- of the maps before this one
  local done = sync.WaitGroup()
  local began = time.Now()
  for g = 1, goroutines do
    done:Add(1)
    go(function()
      for i = g, operations, goroutines do
        local key = pick(i)
        if hash(i) // keys % 4 == 0 then put(key, i) else get(key) end
        work(50)
      end
      done:Done()
    end)
  end
  done:Wait()
  return operations * time.Microsecond / time.Since(began)
end

-- A star is two operations in a microsecond.
local function plot(label, n)
  local stars = string.rep("*", n // 2 | 0)
  fmt.Printf("%15s %6.1f  %s\n", label, n, stars)
end

local maps = {
  { "one lock", striped, 1, keys },
  { "16 stripes", striped, 16, keys },
  { "16 stripes, growing from 16 buckets", striped, 16, 16, 0.75 },
  { "CAS for the empty bucket, a lock for the rest", cas_and_lock },
}
local function any(i) return hash(i) % keys end
local function same() return 7 end

runtime.GOMAXPROCS(16)
for _, m in ipairs(maps) do
  fmt.Println(m[1])
  for _, n in ipairs({ 1, 2, 4, 8, 16 }) do
    plot(n .. " goroutines", measure(n, any, m[2](m[3], m[4], m[5])))
  end
  plot("16 at one key", measure(16, same, m[2](m[3], m[4], m[5])))
end
