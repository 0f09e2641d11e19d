local log = {}
local function L(...) log[#log + 1] = fmt.Sprintf(...) end
local W = sync.WaitGroup()
local function spawn(f)
  W:Add(1)
  go(function()
    f()
    W:Done()
  end)
end
for i = 0, 2 do spawn(function() L("g%d", i) end) end
L("m1")
runtime.Gosched()
L("m2")
print(table.concat(log, " "))
