local done = chan(2)

local function deliver(name)
  fmt.Println("delivered to " .. name)
  done:send(true)
end

go(deliver, "Ada")
go(deliver, "Linus")
done:recv()
fmt.Println("office closes")
