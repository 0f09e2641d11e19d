local function deliver(name)
  fmt.Println("delivered to " .. name)
end

go(deliver, "Ada")
go(deliver, "Linus")
time.Sleep(time.Second)
fmt.Println("office closes")
