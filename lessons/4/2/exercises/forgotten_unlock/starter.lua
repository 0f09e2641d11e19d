local mu = sync.Mutex("mu")
local done = sync.WaitGroup("done")
local balance = 50

local function withdraw(amount)
  mu:Lock()
  if amount > balance then
    return false
  end
  balance = balance - amount
  mu:Unlock()
  return true
end

local function customer(amount)
  local ok = withdraw(amount)
  fmt.Println(ok and "withdrawn" or "refused", amount)
  done:Done()
end

done:Add(2)
go(customer, 30)
go(customer, 80)
done:Wait()
