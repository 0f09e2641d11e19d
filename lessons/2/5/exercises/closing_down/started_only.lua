-- Waits until all are started.
local listener = chan(2, "listener")
local served = chan(0, "served")

local function handle(id)
  time.Sleep(5 * time.Millisecond) -- the database
  fmt.Println("answered", id)
end

local function serve()
  for id in range(listener) do
    go(handle, id)
  end
  close(served)
end

go(serve)
for id = 1, 2 do listener:send(id) end
close(listener) -- no more requests from now on
served:recv()
fmt.Println("closed")
