-- Waits for those that were started; some may not have been.
local listener = chan(2, "listener")
local in_flight = sync.WaitGroup("in flight")

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
end

go(serve)
for id = 1, 2 do listener:send(id) end
close(listener) -- no more requests from now on
in_flight:Wait()
fmt.Println("closed")
