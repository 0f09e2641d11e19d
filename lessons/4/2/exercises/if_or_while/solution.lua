local mu = sync.Mutex("mu")
local served = sync.Cond(mu)
local eaten = chan(2, "eaten")
local tray = {}

local function guest()
  mu:Lock()
  while #tray == 0 do
    served:Wait()
  end
  local portion = table.remove(tray)
  mu:Unlock()
  eaten:send(portion or 0)
end

local function cook()
  for portion = 1, 2 do
    mu:Lock()
    table.insert(tray, portion)
    served:Broadcast()
    mu:Unlock()
  end
end

go(guest)
go(guest)
go(cook)
fmt.Println("eaten", eaten:recv() + eaten:recv())
