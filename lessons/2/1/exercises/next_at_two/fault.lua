-- Each goroutine hands over to the next one: one order only.
local turn = chan(0, "turn")

local function say(name, prev, mine)
  prev:recv()
  fmt.Println(name)
  mine:send(true)
end

local prev = turn
for i = 1, 10 do
  local mine = chan()
  go(say, "goroutine " .. i, prev, mine)
  prev = mine
end
turn:send(true)
prev:recv()
