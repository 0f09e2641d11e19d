-- Main steps aside after each go: every goroutine runs as soon as it is made.
local left = sync.WaitGroup()

local function say(name)
  fmt.Println(name)
  left:Done()
end

left:Add(3)
go(say, "first")
runtime.Gosched()
go(say, "second")
runtime.Gosched()
go(say, "third")
left:Wait()
