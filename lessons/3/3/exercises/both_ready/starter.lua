local left, right = chan(1), chan(1)
left:send("left")
right:send("right")

local case, word = select { recv(left), recv(right), default() }
fmt.Println(case == 3 and "neither" or word)
