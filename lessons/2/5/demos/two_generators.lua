-- One server, 1 ms for an answer. After 3 seconds it stands still for one
-- second. Two load generators measure it: which of them tells the truth?
local ms, second = time.Millisecond, time.Second

local function new_server()
  local server, began, stalled = sync.Mutex("server"), time.Now(), false
  return function()
    server:Lock()
    local _ <close> = defer(server.Unlock, server)
    if not stalled and time.Since(began) >= 3 * second then
      stalled = true
      time.Sleep(1 * second)
    end
    time.Sleep(1 * ms)
  end
end

-- Closed loop: ask, wait for the answer, pause, ask again.
local function closed(ask)
  local times, began = {}, time.Now()
  while time.Since(began) < 10 * second do
    local asked = time.Now()
    ask()
    times[#times + 1] = time.Since(asked)
    time.Sleep(10 * ms)
  end
  return times
end

-- Open loop: ask every 11 ms, whatever has become of the questions before.
local function open(ask)
  local times, clients = {}, sync.WaitGroup("clients")
  local tick, began = time.NewTicker(11 * ms), time.Now()
  local number = 0
  while time.Since(began) < 10 * second do
    number = number + 1
    local mine, asked = number, time.Now()
    clients:Go(function()
      ask()
      times[mine] = time.Since(asked)
    end)
    tick.C:recv()
  end
  tick:Stop()
  clients:Wait()
  return times
end

local function tell(name, times)
  table.sort(times)
  local slow = 0
  for _, took in ipairs(times) do
    if took > 10 * ms then slow = slow + 1 end
  end
  fmt.Printf("%-6s  %3d requests, %3d slow, 95 %% in %3d ms, 99 %% in %3d ms\n", name, #times, slow,
    times[#times * 95 // 100] // ms, times[#times * 99 // 100] // ms)
end

tell("closed", closed(new_server()))
tell("open", open(new_server()))
