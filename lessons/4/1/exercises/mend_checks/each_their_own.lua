-- No sharing, no race: and three stoves.
local all = sync.WaitGroup("all")

local function get_stove()
  fmt.Println("a stove is built")
  return { heat = 200 }
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
