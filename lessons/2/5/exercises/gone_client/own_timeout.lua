-- The query has an end of its own, but does not hear the client leave.
local pool = chan(1, "pool")
local hall = sync.WaitGroup("hall")
local answer = chan(0, "answer") -- the database never sends on it

-- A query, over the one connection there is.
local function query(ctx)
  local connection = pool:recv()
  local _ <close> = defer(pool.send, pool, connection)
  local case = select { recv(answer), recv(ctx:Done()) }
  return case == 1 and "200" or "client has gone"
end

local function handle(ctx)
  local own, cancel = context.WithCancel(context.Background())
  local _ <close> = defer(cancel)
  fmt.Println(query(own))
end

pool:send("A")
local ctx, leave = context.WithCancel(context.Background())
go(leave)
hall:Go(function() handle(ctx) end)
hall:Go(function() handle(ctx) end)
hall:Wait()
fmt.Println(len(pool), "free")
