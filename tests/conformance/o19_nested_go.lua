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
spawn(function()
  L("A")
  spawn(function() L("A1") end)
  spawn(function() L("A2") end)
  L("A-end")
end)
spawn(function() L("B") end)
W:Wait()
print(table.concat(log, " "))
