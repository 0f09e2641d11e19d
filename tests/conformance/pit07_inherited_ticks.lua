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
local ping, pong = chan(), chan()
local rounds, seen = 0, -1
spawn(function()
  for _ = 1, 300 do
    ping:send(1)
    pong:recv()
    rounds = rounds + 1
  end
  close(ping)
end)
spawn(function()
  runtime.Gosched()
  seen = rounds
end)
for _ in range(ping) do pong:send(1) end
W:Wait()
print("rounds", rounds, "the one in the global queue saw", seen)
