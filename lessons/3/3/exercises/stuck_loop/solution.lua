local ready = chan(2, "ready")
local rows = chan(0, "rows")
local pages = sync.WaitGroup("pages")
local handle = {}

handle.browser = function()
  go(function()
    fmt.Println("page:", (rows:recv()))
    pages:Done()
  end)
end

handle.database = function()
  rows:send("three rows")
end

pages:Add(1)
go(function()
  ready:send("browser")
  ready:send("database")
end)

for _ = 1, 2 do
  local who = ready:recv()
  handle[who]()
end
pages:Wait()
