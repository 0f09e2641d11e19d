local till = shared({ total = 0 }, "till")
local done = sync.WaitGroup("done")

local function cashier(amount)
  local mu = sync.Mutex()
  mu:Lock()
  till.total = till.total + amount
  mu:Unlock()
  done:Done()
end

done:Add(2)
go(cashier, 10)
go(cashier, 20)
done:Wait()
fmt.Println("total", till.total)
