-- The lock is let go between looking and storing.
local cache = sync.Map()
local queries = atomic.Int64()
local mu = sync.Mutex("mu")
local readers = sync.WaitGroup("readers")

local function query(page)
  queries:Add(1)
  return "all about " .. page
end

local function read(page)
  mu:Lock()
  local text = cache:Load(page)
  mu:Unlock()
  if text == nil then
    text = query(page)
    mu:Lock()
    cache:Store(page, text)
    mu:Unlock()
  end
  return text
end

for _ = 1, 3 do
  readers:Go(function() fmt.Println(read("maps")) end)
end
readers:Wait()
fmt.Println("queries:", queries:Load())
