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
local ctx, cancel = context.WithCancel(context.Background())
for i = 0, 3 do
  spawn(function()
    ctx:Done():recv()
    L("c%d", i)
  end)
  runtime.Gosched()
end
cancel()
L("cancelled")
W:Wait()
print(table.concat(log, " "))
