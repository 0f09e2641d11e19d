local done = chan()

go(function()
  fmt.Println("tea")
  done:send(true)
end)

fmt.Println("toast")
done:recv()
