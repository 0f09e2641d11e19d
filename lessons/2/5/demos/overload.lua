-- Room for 800 requests a second, and 1200 come, for 2 seconds. Clients give
-- up after 200 ms; an answer later than that is worth nothing.
local ms, second = time.Millisecond, time.Second
local patience = 200 * ms

-- Take whoever comes, in order. The service does not hear that a client left.
local function take_all(m)
  m.pool:send(true)
  time.Sleep(10 * ms)
  m.pool:recv()
  return true
end

-- The same, but who has waited so long for a connection leaves.
local function wait_at_most(limit)
  return function(m)
    local ctx, cancel = context.WithTimeout(context.Background(), limit)
    local _ <close> = defer(cancel)
    local case = select { send(m.pool, true), recv(ctx:Done()) }
    if case == 2 then return false end
    time.Sleep(10 * ms)
    m.pool:recv()
    return true
  end
end

-- No more than 40 in the house. The next is told so, at once.
local function shed(m)
  if select { send(m.house, true), default() } == 2 then return false end
  take_all(m)
  m.house:recv()
  return true
end

local function measure(name, handle)
  local m = { pool = chan(8, "pool"), house = chan(40, "house") }
  local requests, outcome = sync.WaitGroup("requests"), {}
  for i = 1, 2400 do
    requests:Go(function()
      local arrived = time.Now()
      local answered = handle(m)
      local late = time.Since(arrived) > patience
      outcome[i] = not answered and "refused" or late and "late" or "good"
    end)
    time.Sleep(second // 1200)
  end
  requests:Wait()
  local count = { good = 0, late = 0, refused = 0 }
  for _, what in ipairs(outcome) do count[what] = count[what] + 1 end
  fmt.Printf("%-20s %4d in time, %4d too late, %4d refused\n", name,
    count.good, count.late, count.refused)
  return outcome
end

-- Of those who came in each half second: how many had an answer in time?
local function draw(outcome)
  for half = 0, 3 do
    local good = 0
    for i = half * 600 + 1, half * 600 + 600 do
      if outcome[i] == "good" then good = good + 1 end
    end
    fmt.Printf("  %4d ms  %3d %s\n", half * 500, good,
      string.rep("#", good // 16))
  end
end

draw(measure("take all", take_all))
draw(measure("wait 200 ms at most", wait_at_most(patience)))
draw(measure("wait 100 ms at most", wait_at_most(patience // 2)))
draw(measure("40 in the house", shed))
