-- Main waits before it makes toast: one order only.
local done = chan()

go(function()
  fmt.Println("tea")
  done:send(true)
end)

done:recv()
fmt.Println("toast")
