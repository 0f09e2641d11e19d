local till = shared({ total = 0 }, "till")
local done = sync.WaitGroup("done")

local function cashier(amount)
  till.total = till.total + amount
  done:Done()
end

done:Add(2)
cashier(10)
cashier(20)
done:Wait()
fmt.Println("total", till.total)
