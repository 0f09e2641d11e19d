-- The customer waits for the price: only 30 is left.
local tag = shared({ price = 0 }, "tag")
local priced = chan(0, "priced")
local closing = sync.WaitGroup("closing")

local function shopkeeper()
  tag.price = 30
  close(priced)
  closing:Done()
end

local function customer()
  priced:recv()
  fmt.Println("it costs", tag.price)
  closing:Done()
end

closing:Add(2)
go(shopkeeper)
go(customer)
closing:Wait()
