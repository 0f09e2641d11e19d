local pool = chan(1, "pool")
local hall = sync.WaitGroup("hall")
local answer = chan(0, "answer") -- the database never sends on it

-- A query, over the one connection there is.
local function query(ctx)
  local case, connection = select { recv(pool), recv(ctx:Done()) }
  if case == 2 then return "client has gone" end
  local _ <close> = defer(pool.send, pool, connection)
  case = select { recv(answer), recv(ctx:Done()) }
  return case == 1 and "200" or "client has gone"
end

local function handle(ctx)
  fmt.Println(query(ctx))
end

pool:send("A")
local ctx, leave = context.WithCancel(context.Background())
go(leave)
hall:Go(function() handle(ctx) end)
hall:Go(function() handle(ctx) end)
hall:Wait()
fmt.Println(len(pool), "free")
