-- Main waits for the receiver before it prints.
local job = chan(0, "job")
local done = chan(0, "done")

go(function()
  job:recv()
  fmt.Println("got it")
  done:send(true)
end)

job:send("wash up")
done:recv()
fmt.Println("sent")
