local job = chan(0, "job")
local done = chan(0, "done")

go(function()
  job:recv()
  fmt.Println("got it")
  done:send(true)
end)

job:send("wash up")
fmt.Println("sent")
done:recv()
