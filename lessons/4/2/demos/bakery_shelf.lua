-- A shelf with two places, a baker, and two customers who wait for bread.
local mu = sync.Mutex("mu")
local changed = sync.Cond(mu)
local served = sync.WaitGroup("served")
local shelf = {}

local function baker()
  for loaf = 1, 4 do
    mu:Lock()
    while #shelf == 2 do
      changed:Wait()
    end
    table.insert(shelf, loaf)
    fmt.Println("baked", loaf)
    changed:Broadcast()
    mu:Unlock()
  end
end

local function customer(name)
  for _ = 1, 2 do
    mu:Lock()
    while #shelf == 0 do
      changed:Wait()
    end
    fmt.Println("   ", name, "takes", table.remove(shelf, 1))
    changed:Broadcast()
    mu:Unlock()
  end
  served:Done()
end

served:Add(2)
go(customer, "Xia")
go(customer, "Yan")
go(baker)
served:Wait()
