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
local c = chan()
for i = 0, 3 do
  spawn(function()
    c:send(i)
    L("sent%d", i)
  end)
  runtime.Gosched()
end
for _ = 1, 4 do L("got%d", (c:recv())) end
W:Wait()
print(table.concat(log, " "))
