-- The way of a request: balancer, server, cache, pool, database, gzip, and
-- back. Beside this simulation a real server on a socket runs this file.
local ms = time.Millisecond
local began = time.Now()
local trace = arg[1] ~= "serve"
local servers = { chan(0, "north"), chan(0, "south") }
local pool = chan(2, "pool") -- the connections to the database, if free
local cache, flights = sync.Map(), singleflight.New()

local function note(id, what)
  if trace then
    fmt.Printf("%3dms  %d  %s\n", time.Since(began) // ms, id, what)
  end
end

-- Only this part knows the database: 20 ms for a page, or until ctx ends.
local function fetch(ctx, id, page)
  note(id, "wants a connection")
  local case, connection = select { recv(pool), recv(ctx:Done()) }
  if case == 2 then return nil, ctx:Err() end
  local _ <close> = defer(pool.send, pool, connection)
  note(id, "asks the database over " .. connection)
  case = select { recv(time.After(20 * ms)), recv(ctx:Done()) }
  if case == 2 then return nil, ctx:Err() end
  return "All about " .. page .. ". "
end

local function gzip(text)
  work(2 * ms)
  return "gzip(" .. text .. ")"
end

-- The handler: a status and a body for a path.
local function handle(id, path)
  local page = path:match("^/(%a+)$")
  if page == nil then return 404, "no such page" end
  local kept = cache:Load(page)
  if kept then
    note(id, "is in the cache")
    return 200, kept
  end
  local body, err = flights:Do(page, function()
    local ctx, cancel = context.WithTimeout(context.Background(), 100 * ms)
    local _ <close> = defer(cancel)
    local text, why = fetch(ctx, id, page)
    if why ~= nil then return nil, why end
    note(id, "is compressed")
    text = gzip(text)
    cache:Store(page, text)
    return text, nil
  end)
  if err ~= nil then return 503, tostring(err) end
  return 200, body
end

local function serve(connection)
  local status, body = handle(connection.id, connection.path)
  connection.reply:send({ status, body })
end

local function listen(listener)
  for connection in range(listener) do
    go(serve, connection)
  end
end

local turn = 0
local function balance(id, path)
  turn = turn % #servers + 1
  note(id, path .. " goes to server " .. turn)
  local reply = chan(1, "reply " .. id)
  servers[turn]:send({ id = id, path = path, reply = reply })
  local got = reply:recv()
  return got[1], got[2]
end

for i = 1, cap(pool) do pool:send("connection " .. i) end
for _, listener in ipairs(servers) do go(listen, listener) end

-- A real socket: the server calls this for what it reads, and sends on what
-- is written, by the number of its connection.
function answer(id, path)
  local status, body = balance(id, path)
  io.write(string.format("%d %d %d\n%s", id, status, #body, body))
end
while not trace do time.Sleep(1 * ms) end -- the beat that time follows

-- Five clients of our own, the network between us and them taking 1 ms.
local clients = sync.WaitGroup("clients")
for id, want in ipairs({ { 0, "/maps" }, { 3, "/maps" }, { 5, "/cats" },
                         { 7, "/dogs" }, { 60, "/maps" } }) do
  clients:Go(function()
    time.Sleep((want[1] + 1) * ms)
    local status = balance(id, want[2])
    time.Sleep(1 * ms)
    note(id, "has its answer: " .. status)
  end)
end
clients:Wait()
for _, listener in ipairs(servers) do close(listener) end
