-- Add is called twice instead of once: tidy, and beside the point.
local till = shared({ total = 0 }, "till")
local selling = sync.WaitGroup()

local function sell(price)
  local before = till.total
  till.total = before + price
  selling:Done()
end

selling:Add(1)
go(sell, 3)
selling:Add(1)
go(sell, 4)
selling:Wait()
fmt.Println("in the till:", till.total)
