-- Two connections, five handlers. One query hangs for a second; nobody waits
-- for a connection longer than 50 ms.
local ms = time.Millisecond
local began = time.Now()
local pool = chan(2, "pool")
local handlers = sync.WaitGroup("handlers")

local function note(id, what)
  fmt.Printf("%3dms  %d  %s\n", time.Since(began) // ms, id, what)
end

local function handle(id, takes)
  local ctx, cancel = context.WithTimeout(context.Background(), 50 * ms)
  local _ <close> = defer(cancel)
  local case, connection = select { recv(pool), recv(ctx:Done()) }
  if case == 2 then return note(id, "503, no connection") end
  local _ <close> = defer(pool.send, pool, connection)
  note(id, "has connection " .. connection)
  time.Sleep(takes)
  note(id, "200")
end

pool:send("A")
pool:send("B")
for id, takes in ipairs({ 1000 * ms, 30 * ms, 30 * ms, 30 * ms, 30 * ms }) do
  time.Sleep(1 * ms)
  handlers:Go(function() handle(id, takes) end)
end
handlers:Wait()
fmt.Println("connections in the pool again:", len(pool))
