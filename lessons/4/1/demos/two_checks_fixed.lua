-- sync.Once is the same idea, done right.
local kitchen = shared({}, "kitchen")
local once = sync.Once("once")
local all = sync.WaitGroup("all")

local function new_stove()
  local stove = shared({ heat = 0 }, "stove")
  stove.heat = 200
  return stove
end

local function get_stove()
  once:Do(function()
    kitchen.stove = new_stove()
  end)
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
