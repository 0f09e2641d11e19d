local cache = sync.Map()
local queries = atomic.Int64()
local readers = sync.WaitGroup("readers")
local flights = singleflight.New()

local function query(page)
  queries:Add(1)
  return "all about " .. page
end

local function read(page)
  local text = flights:Do(page, function()
    local kept = cache:Load(page)
    if kept == nil then
      kept = query(page)
      cache:Store(page, kept)
    end
    return kept, nil
  end)
  return text
end

for _ = 1, 3 do
  readers:Go(function() fmt.Println(read("maps")) end)
end
readers:Wait()
fmt.Println("queries:", queries:Load())
