-- Two ways to wait for the same signal, for 2 ms each.
local ms = time.Millisecond

local function ask_again(stop)
  local turns = 0
  while true do
    turns = turns + 1
    local case = select { recv(stop), default() }
    if case == 1 then return turns end
  end
end

local function wait_once(stop)
  local turns = 0
  while true do
    turns = turns + 1
    local case = select { recv(stop) }
    if case == 1 then return turns end
  end
end

local function measure(name, wait)
  local stop, turns = chan(), chan()
  go(function() turns:send(wait(stop)) end)
  time.Sleep(2 * ms)
  close(stop)
  local n = turns:recv()
  fmt.Printf("%-12s %s\n", name, n == 1 and "once" or "thousands of times")
end

measure("with default", ask_again)
measure("without", wait_once)
