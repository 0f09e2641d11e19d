-- A letterbox with two slots, and a reader who already stands in front of it.
local box = chan(2, "box")
local read = chan(0, "read")

local function reader()
  local letter = box:recv()
  read:send("read: " .. letter)
end

go(reader)
runtime.Gosched()
box:send("a letter")
fmt.Println("letters in the box:", len(box))
box:send("another letter")
fmt.Println("letters in the box:", len(box))
fmt.Println((read:recv()))
