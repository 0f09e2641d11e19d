-- A stove is put into the kitchen, and then it is lit.
local kitchen = shared({}, "kitchen")

local function fitter()
  local stove = shared({ heat = 0 }, "stove")
  kitchen.stove = stove
  stove.heat = 200
end

go(fitter)
runtime.Gosched()
local stove = kitchen.stove
if stove ~= nil then
  fmt.Println("a stove, at", stove.heat, "degrees")
else
  fmt.Println("no stove yet")
end
