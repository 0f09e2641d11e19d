local answer = chan(0, "answer")

local function contestant(name)
  local number = answer:recv()
  fmt.Println(name, "writes", number)
end

go(contestant, "Ada")
go(contestant, "Ben")
answer:send(42)
fmt.Println("time is up")
