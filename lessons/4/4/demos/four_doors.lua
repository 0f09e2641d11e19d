-- The same map in four parts, each with a lock of its own. A key's
-- stripe is what remains when it is divided by 4.
local us = time.Microsecond
local stripes, served = {}, sync.WaitGroup("served")
for i = 0, 3 do
  stripes[i] = { mu = sync.Mutex("s" .. i), items = {} }
end
local stock = { [3] = "salt", [5] = "tea", [8] = "rice", [9] = "soap" }
for key, v in pairs(stock) do
  stripes[key % 4].items[key] = v
end

local function get(key)
  local s = stripes[key % 4]
  s.mu:Lock()
  work(10 * us)
  local v = s.items[key]
  s.mu:Unlock()
  return v
end

local function customer(key)
  local v = get(key)
  fmt.Printf("%2dus %s\n", time.Now() // us, v)
  served:Done()
end

served:Add(4)
for _, key in ipairs({ 3, 5, 8, 9 }) do
  go(customer, key)
end
served:Wait()
