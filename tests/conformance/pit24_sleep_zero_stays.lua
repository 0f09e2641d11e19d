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
spawn(function() L("g") end)
time.Sleep(0)
L("zero")
time.Sleep(-5 * time.Second)
L("negative")
runtime.Gosched()
L("yielded")
print(table.concat(log, " "))
