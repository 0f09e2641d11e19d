-- The same, with one lock for the writer and the reader.
local tag = shared({ price = 0 }, "tag")
local mu = sync.Mutex("mu")
local closing = sync.WaitGroup("closing")

local function shopkeeper()
  mu:Lock()
  tag.price = 30
  mu:Unlock()
  closing:Done()
end

local function customer()
  mu:Lock()
  local price = tag.price
  mu:Unlock()
  fmt.Println("it costs", price)
  closing:Done()
end

closing:Add(2)
go(shopkeeper)
go(customer)
closing:Wait()
