-- Two customers pay into one till. The total belongs to the clerk alone.
local coins = chan(0, "coins")
local sum = chan(0, "sum")
local paying = sync.WaitGroup("paying")

local function clerk()
  local total = 0
  for coin in range(coins) do
    total = total + coin
  end
  sum:send(total)
end

local function customer(coin)
  for _ = 1, 3 do
    coins:send(coin)
  end
  paying:Done()
end

go(clerk)
paying:Add(2)
go(customer, 1)
go(customer, 5)
paying:Wait()
close(coins)
fmt.Println("in the till:", (sum:recv()))
