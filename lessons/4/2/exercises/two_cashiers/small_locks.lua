local till = shared({ total = 0 }, "till")
local mu = sync.Mutex("mu")
local done = sync.WaitGroup("done")

local function cashier(amount)
  mu:Lock()
  local seen = till.total
  mu:Unlock()
  mu:Lock()
  till.total = seen + amount
  mu:Unlock()
  done:Done()
end

done:Add(2)
go(cashier, 10)
go(cashier, 20)
done:Wait()
fmt.Println("total", till.total)
