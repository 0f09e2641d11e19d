local kitchen = shared({}, "kitchen")
local once = sync.Once("once")
local all = sync.WaitGroup("all")

local function get_stove()
  once:Do(function()
    fmt.Println("a stove is built")
    kitchen.stove = { heat = 200 }
  end)
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
