-- One flight at a time, but a late reader starts another.
local cache = sync.Map()
local queries = atomic.Int64()
local readers = sync.WaitGroup("readers")
local flights = singleflight.New()

local function query(page)
  queries:Add(1)
  return "all about " .. page
end

local function read(page)
  local text = cache:Load(page)
  if text == nil then
    text = flights:Do(page, function()
      local fresh = query(page)
      cache:Store(page, fresh)
      return fresh, nil
    end)
  end
  return text
end

for _ = 1, 3 do
  readers:Go(function() fmt.Println(read("maps")) end)
end
readers:Wait()
fmt.Println("queries:", queries:Load())
