-- Look without the lock first: it costs so much less.
local kitchen = shared({}, "kitchen")
local mu = sync.Mutex("mu")
local all = sync.WaitGroup("all")

local function new_stove()
  local stove = shared({ heat = 0 }, "stove")
  stove.heat = 200
  return stove
end

local function get_stove()
  if kitchen.stove == nil then
    mu:Lock()
    if kitchen.stove == nil then
      kitchen.stove = new_stove()
    end
    mu:Unlock()
  end
  return kitchen.stove
end

local function cook(dish)
  fmt.Println(dish, "at", get_stove().heat)
  all:Done()
end

all:Add(2)
go(cook, "soup")
go(cook, "bread")
all:Wait()
