-- First finished, then published, and by something that orders.
local kitchen = atomic.Value()

local function fitter()
  local stove = shared({ heat = 0 }, "stove")
  stove.heat = 200
  kitchen:Store(stove)
end

go(fitter)
runtime.Gosched()
local stove = kitchen:Load()
if stove ~= nil then
  fmt.Println("a stove, at", stove.heat, "degrees")
else
  fmt.Println("no stove yet")
end
