local pool = chan(2, "pool")
local clients = sync.WaitGroup("clients")

local function query(connection, page)
  if page == "torn" then return nil, "page is torn" end
  return page .. " over " .. connection, nil
end

local function handle(page)
  local connection = pool:recv()
  local _ <close> = defer(pool.send, pool, connection)
  local text, err = query("a connection", page)
  if err ~= nil then
    fmt.Println("500", err)
    return
  end
  fmt.Println("200", text)
end

pool:send("A")
pool:send("B")
for _, page in ipairs({ "maps", "torn", "torn", "cats" }) do
  clients:Go(function() handle(page) end)
end
clients:Wait()
fmt.Println(len(pool), "of", cap(pool), "free")
