local listener = chan(2, "listener")

local function handle(id)
  time.Sleep(5 * time.Millisecond) -- the database
  fmt.Println("answered", id)
end

local function serve()
  for id in range(listener) do
    go(handle, id)
  end
end

go(serve)
for id = 1, 2 do listener:send(id) end
close(listener) -- no more requests from now on
time.Sleep(100 * time.Millisecond)
fmt.Println("closed")
