-- Two stripes, four buckets. When there is more than 3/4 of an entry
-- for each bucket, the map moves into twice as many.
local us = time.Microsecond
local mu = { sync.Mutex("s1"), sync.Mutex("s2") }
local buckets, entries = { n = 4 }, { 0, 0 }
local done = sync.WaitGroup("done")

local function stripe(key) return key % 2 + 1 end

local function insert(t, key)
  local b = key % t.n
  t[b] = { key = key, next = t[b] }
end

local function load_factor()
  return (entries[1] + entries[2]) / buckets.n
end

local function grow()
  mu[1]:Lock()
  mu[2]:Lock()
  if load_factor() > 0.75 then
    local bigger = { n = 2 * buckets.n }
    for b = 0, buckets.n - 1 do
      local node = buckets[b]
      while node do
        work(5 * us)
        insert(bigger, node.key)
        node = node.next
      end
    end
    local before = load_factor()
    buckets = bigger
    fmt.Printf("%3dus load %.3f: %d buckets now, load %.3f\n",
      time.Now() // us, before, buckets.n, load_factor())
  end
  mu[2]:Unlock()
  mu[1]:Unlock()
end

local function put(key)
  local s = stripe(key)
  mu[s]:Lock()
  insert(buckets, key)
  entries[s] = entries[s] + 1
  local tight = entries[s] > 0.75 * buckets.n / 2
  mu[s]:Unlock()
  if tight then grow() end
end

local function filler(first)
  for key = first, 24, 3 do
    put(key)
    work(2 * us)
  end
  done:Done()
end

done:Add(3)
for first = 1, 3 do go(filler, first) end
done:Wait()
fmt.Printf("%d entries, %d buckets\n",
  entries[1] + entries[2], buckets.n)
