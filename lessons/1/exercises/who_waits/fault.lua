-- Main waits: both lines, always.
local done = chan()
go(function()
  fmt.Println("the goroutine was here")
  done:send(true)
end)
done:recv()
fmt.Println("main was here")
