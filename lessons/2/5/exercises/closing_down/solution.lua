local listener = chan(2, "listener")
local in_flight = sync.WaitGroup("in flight")
local served = chan(0, "served")

local function handle(id)
  local _ <close> = defer(in_flight.Done, in_flight)
  time.Sleep(5 * time.Millisecond) -- the database
  fmt.Println("answered", id)
end

local function serve()
  for id in range(listener) do
    in_flight:Add(1)
    go(handle, id)
  end
  close(served)
end

go(serve)
for id = 1, 2 do listener:send(id) end
close(listener) -- no more requests from now on
served:recv()
in_flight:Wait()
fmt.Println("closed")
