-- Four runners wait for one shot.
local gun = chan(0, "gun")
local finish = chan(4, "finish")

local function runner(name)
  gun:recv()
  finish:send(name)
end

for _, name in ipairs({ "Ann", "Bea", "Cleo", "Dora" }) do
  go(runner, name)
end
runtime.Gosched()
close(gun)
for place = 1, 4 do
  fmt.Println(place, (finish:recv()))
end
local shot, ok = gun:recv()
fmt.Println("who comes late hears it too:", shot, ok)
