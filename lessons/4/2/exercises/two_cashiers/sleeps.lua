local till = shared({ total = 0 }, "till")
local done = sync.WaitGroup("done")

local function cashier(amount)
  till.total = till.total + amount
  done:Done()
end

done:Add(2)
go(cashier, 10)
time.Sleep(time.Millisecond)
go(cashier, 20)
done:Wait()
fmt.Println("total", till.total)
