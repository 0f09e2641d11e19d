-- A pulse every 10 ms, until somebody says so in a way that can be heard.
local ms = time.Millisecond

local function watch(patient)
  local pulse = time.NewTicker(10 * ms)
  local unplugged = chan(0, "unplugged")
  go(function()
    local _ <close> = defer(pulse.Stop, pulse)
    while true do
      local case = select { recv(pulse.C), recv(unplugged) }
      if case == 2 then return end
      fmt.Println(patient, "has a pulse")
    end
  end)
  return function() close(unplugged) end
end

local unplug = watch("Mr Gray")
time.Sleep(25 * ms)
unplug()
time.Sleep(ms)
fmt.Println("the monitor is unplugged")
