local board = shared({ dish = "(nothing)" }, "board")
local bell = chan(0, "bell")

go(function()
  board.dish = "soup"
  bell:recv()
end)

bell:send("I am hungry")
fmt.Println("on the table:", board.dish)
