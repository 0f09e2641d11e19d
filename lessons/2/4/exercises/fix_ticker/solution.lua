local egg = time.NewTimer(5 * time.Minute)
local taken = chan(0, "taken")
local ended = chan(0, "ended")

local function wait_for_ring()
  local _ <close> = defer(close, ended)
  local case = select { recv(egg.C), recv(taken) }
  if case == 1 then fmt.Println("ring!") end
end

go(wait_for_ring)
egg:Stop()
close(taken)
ended:recv()
fmt.Println("breakfast")
