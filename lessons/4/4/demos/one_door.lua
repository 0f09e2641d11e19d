-- A map behind one lock. Four goroutines look up four different keys.
local us = time.Microsecond
local mu = sync.Mutex("mu")
local stock = { [3] = "salt", [5] = "tea", [8] = "rice", [9] = "soap" }
local served = sync.WaitGroup("served")

local function get(key)
  mu:Lock()
  work(10 * us) -- a long way to the shelf
  local v = stock[key]
  mu:Unlock()
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
