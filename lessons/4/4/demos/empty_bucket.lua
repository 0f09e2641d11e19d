-- Putting without a lock, as long as the bucket is empty. All three
-- keys belong into bucket 2.
local us = time.Microsecond
local buckets, mu = {}, {}
for i = 0, 3 do
  buckets[i] = atomic.Value()
  mu[i] = sync.Mutex("b" .. i)
end
local done = sync.WaitGroup("done")

local function hang_behind(node, new)
  while node.next:Load() do node = node.next:Load() end
  work(5 * us)
  node.next:Store(new)
end

local function put(key)
  local i = key % 4
  local new = { key = key, next = atomic.Value() }
  local empty = buckets[i]:Load() == nil
  work(us)
  if empty and buckets[i]:CompareAndSwap(nil, new) then
    fmt.Println(key, "found the bucket empty")
  else
    mu[i]:Lock()
    hang_behind(buckets[i]:Load(), new)
    mu[i]:Unlock()
    fmt.Println(key, "came later")
  end
  done:Done()
end

done:Add(3)
for _, key in ipairs({ 2, 6, 10 }) do
  go(put, key)
end
done:Wait()

local n, node = 0, buckets[2]:Load()
while node do
  n, node = n + 1, node.next:Load()
end
fmt.Println("in bucket 2:", n)
