local arrived = chan(0, "arrived")

go(function()
  time.Sleep(time.Millisecond)
  arrived:send("we have arrived")
end)

fmt.Println((arrived:recv()))
