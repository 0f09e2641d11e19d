local answer = chan(1, "answer")
local writing = sync.WaitGroup("writing")

local function contestant(name)
  local _ <close> = defer(writing.Done, writing)
  local number = answer:recv()
  fmt.Println(name, "writes", number)
end

writing:Add(2)
go(contestant, "Ada")
go(contestant, "Ben")
answer:send(42)
close(answer)
writing:Wait()
fmt.Println("time is up")
