local notices = chan(0, "notices")
local finished = chan(0, "finished")

local function reader()
  for _ = 1, 2 do
    fmt.Println("read:", (notices:recv()))
  end
  finished:send(true)
end

go(reader)
notices:send("hello")
notices:send("world")
finished:recv()
