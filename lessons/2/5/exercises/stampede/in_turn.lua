local cache = sync.Map()
local queries = atomic.Int64()
local readers = sync.WaitGroup("readers")

local function query(page)
  queries:Add(1)
  return "all about " .. page
end

local function read(page)
  local text = cache:Load(page)
  if text == nil then
    text = query(page)
    cache:Store(page, text)
  end
  return text
end

for _ = 1, 3 do
  fmt.Println(read("maps"))
end
readers:Wait()
fmt.Println("queries:", queries:Load())
