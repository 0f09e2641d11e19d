local function deliver(name)
  fmt.Println("delivered to " .. name)
end

go(deliver, "Ada")
go(deliver, "Linus")
fmt.Println("office closes")
