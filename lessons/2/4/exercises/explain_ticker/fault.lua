-- Stopped earlier, with the same effect.
local ms = time.Millisecond

local function watch(patient)
  local pulse = time.NewTicker(10 * ms)
  go(function()
    for _ in range(pulse.C) do
      fmt.Println(patient, "has a pulse")
    end
  end)
  return function() pulse:Stop() end
end

local unplug = watch("Mr Gray")
time.Sleep(5 * ms)
unplug()
time.Sleep(ms)
fmt.Println("the monitor is unplugged")
