local board = shared({ notice = "" }, "board")
local bell = chan(2, "bell")
local finished = chan(0, "finished")

local function reader()
  for _ = 1, 2 do
    bell:recv()
    fmt.Println("read:", board.notice)
  end
  finished:send(true)
end

go(reader)
board.notice = "hello"
bell:send(true)
time.Sleep(time.Millisecond)
board.notice = "world"
bell:send(true)
finished:recv()
