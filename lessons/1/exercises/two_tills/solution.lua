local till = shared({ total = 0 }, "till")
local prices = chan()

local function sell(price)
  prices:send(price)
end

go(sell, 3)
go(sell, 4)
till.total = prices:recv() + prices:recv()
fmt.Println("in the till:", till.total)
