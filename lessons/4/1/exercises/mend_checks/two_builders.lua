-- Atomic looks, and no lock: two may find nothing and build.
local kitchen = atomic.Value()
local all = sync.WaitGroup("all")

local function get_stove()
  if kitchen:Load() == nil then
    fmt.Println("a stove is built")
    kitchen:Store({ heat = 200 })
  end
  return kitchen:Load()
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
