local function deliver(name)
  fmt.Println("delivered to " .. name)
end

deliver("Ada")
deliver("Linus")
fmt.Println("office closes")
