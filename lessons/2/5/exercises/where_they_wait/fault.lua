local ms = time.Millisecond
local pool = chan(2, "pool")
local handlers = sync.WaitGroup("handlers")

local function handle()
  local connection = pool:recv()
  time.Sleep(10 * ms)
  pool:send(connection)
end

pool:send("A")
pool:send("B")
for _ = 1, 6 do handlers:Go(handle) end
time.Sleep(5 * ms)
fmt.Println("now")
handlers:Wait()
