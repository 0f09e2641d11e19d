local shop = chan(1, "shop")   -- the shop's workers
local stock = chan(1, "stock") -- the stock's workers

-- The price of a thing, made by a worker of the shop.
local function price(answer)
  shop:send(true)
  answer:send(7)
  shop:recv()
end

-- How many there are, and what they are worth.
local function in_stock(answer)
  stock:send(true)
  local one = chan(1, "price")
  go(price, one)
  answer:send(3 * one:recv())
  stock:recv()
end

local function page(answer)
  shop:send(true)
  local worth = chan(1, "worth")
  go(in_stock, worth)
  answer:send(worth:recv())
  shop:recv()
end

local visitor = chan(1, "visitor")
go(page, visitor)
fmt.Println("worth", (visitor:recv()))
