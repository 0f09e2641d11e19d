local done = chan()

local function deliver(name)
  fmt.Println("delivered to " .. name)
  done:send(true)
end

go(deliver, "Ada")
go(deliver, "Linus")
done:recv()
done:recv()
fmt.Println("office closes")
