local answer = chan(1, "answer")
local written = chan(2, "written")

local function contestant(name)
  local number = answer:recv()
  fmt.Println(name, "writes", number)
  written:send(true)
end

go(contestant, "Ada")
go(contestant, "Ben")
answer:send(42)
written:recv()
fmt.Println("time is up")
