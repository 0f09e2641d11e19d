local left = sync.WaitGroup()

local function say(name)
  fmt.Println(name)
  left:Done()
end

left:Add(3)
go(say, "first")
go(say, "second")
go(say, "third")
left:Wait()
