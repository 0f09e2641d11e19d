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
local n, noted = 0, -1
spawn(function()
  runtime.Gosched()
  noted = n
end)
runtime.Gosched()
for _ = 1, 200 do spawn(function() n = n + 1 end) end
W:Wait()
print("ran", n, "noted by the 61st", noted <= 61)
