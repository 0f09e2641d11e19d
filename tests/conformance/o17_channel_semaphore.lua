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
local sem = chan(2)
for i = 0, 4 do
  spawn(function()
    sem:send(1)
    L("in%d", i)
    runtime.Gosched()
    L("out%d", i)
    sem:recv()
  end)
end
W:Wait()
print(table.concat(log, " "))
