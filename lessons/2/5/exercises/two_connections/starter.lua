local pool = chan(2, "pool")
local handlers = sync.WaitGroup("handlers")

-- The user is read over one connection, and, while its rows are still being
-- read, the basket over another.
local function handle()
  local for_user = pool:recv()
  local for_basket = pool:recv()
  pool:send(for_basket)
  pool:send(for_user)
end

pool:send("A")
pool:send("B")
handlers:Go(handle)
handlers:Go(handle)
handlers:Wait()
fmt.Println("both are answered")
