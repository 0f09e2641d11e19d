-- Only one of them is ready.
local left, right = chan(1), chan(1)
right:send("right")

local case, word = select { recv(left), recv(right), default() }
fmt.Println(case == 3 and "neither" or word)
