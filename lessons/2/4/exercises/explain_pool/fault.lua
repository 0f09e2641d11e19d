-- Fewer dishwashers, same loop.
local function open_kitchen(washers)
  local plates = chan(0, "plates")
  local clean = chan(0, "clean")
  for _ = 1, washers do
    go(function()
      while true do
        local plate = plates:recv()
        clean:send(plate .. " is clean")
      end
    end)
  end
  return plates, clean
end

local plates, clean = open_kitchen(1)
for _, plate in ipairs({ "blue", "white" }) do
  plates:send(plate)
  fmt.Println((clean:recv()))
end
time.Sleep(time.Millisecond)
fmt.Println("the kitchen is closed")
