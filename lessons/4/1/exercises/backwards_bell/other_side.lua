-- The receive comes first now, and it says nothing about the dish.
local board = shared({ dish = "(nothing)" }, "board")
local bell = chan(0, "bell")

go(function()
  bell:recv()
  board.dish = "soup"
end)

bell:send("I am hungry")
fmt.Println("on the table:", board.dish)
