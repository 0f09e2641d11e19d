local kitchen = shared({}, "kitchen")
local mu = sync.Mutex("mu")
local all = sync.WaitGroup("all")

local function get_stove()
  if kitchen.stove == nil then
    mu:Lock()
    if kitchen.stove == nil then
      fmt.Println("a stove is built")
      kitchen.stove = { heat = 200 }
    end
    mu:Unlock()
  end
  return kitchen.stove
end

local function cook()
  local stove = get_stove()
  fmt.Println(stove.heat)
  all:Done()
end

all:Add(3)
go(cook)
go(cook)
go(cook)
all:Wait()
