local budget = atomic.Int64(1) -- how many retries the whole service has left
local queries = atomic.Int64()
local clients = sync.WaitGroup("clients")

local function ask_database()
  queries:Add(1)
  return "no answer" -- it is overloaded
end

-- A retry is only allowed while there is something left.
local function may_retry()
  return false
end

local function page()
  local err = ask_database()
  while err ~= nil and may_retry() do err = ask_database() end
  clients:Done()
end

clients:Add(2)
for _ = 1, 2 do go(page) end
clients:Wait()
fmt.Println("queries:", queries:Load())
