local till = shared({ total = 0 }, "till")
local selling = sync.WaitGroup()

local function sell(price)
  local before = till.total
  till.total = before + price
  selling:Done()
end

selling:Add(2)
go(sell, 3)
go(sell, 4)
selling:Wait()
fmt.Println("in the till:", till.total)
