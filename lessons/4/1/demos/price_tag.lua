-- The shopkeeper writes a price, a customer reads it. No lock.
local tag = shared({ price = 0 }, "tag")
local closing = sync.WaitGroup("closing")

local function shopkeeper()
  tag.price = 30
  closing:Done()
end

local function customer()
  fmt.Println("it costs", tag.price)
  closing:Done()
end

closing:Add(2)
go(shopkeeper)
go(customer)
closing:Wait()
