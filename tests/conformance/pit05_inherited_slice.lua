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
local stop, waited, rounds = false, 0, 0
local start = time.Now()
spawn(function()
  while not stop do
    ping:send(1)
    pong:recv()
    rounds = rounds + 1
  end
  close(ping)
end)
spawn(function()
  waited = time.Since(start)
  stop = true
end)
spawn(function()
  for _ in range(ping) do pong:send(1) end
end)
W:Wait()
print("many rounds", rounds > 100)
print("the third waited a slice", waited > 8 * time.Millisecond, waited < 200 * time.Millisecond)
