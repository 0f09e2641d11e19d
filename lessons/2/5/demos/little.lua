-- A pool of 8 connections, each held for 10 ms on average: 800 queries a
-- second at most. What do more and more requests a second find?
local ms, second = time.Millisecond, time.Second
local state = 1

-- Between 0 and 1, by a generator of our own: each load meets the same luck.
local function random()
  state = state * 48271 % 2147483647
  return state / 2147483647
end

-- Times without memory: many short, few long, this mean.
local function about(mean)
  return math.floor(-mean * math.log(random()))
end

local function measure(rate)
  local pool, times, inside = chan(8), {}, atomic.Int64()
  local looks, seen, stop = 0, 0, chan()
  local requests = sync.WaitGroup()
  state = 1
  go(function() -- counts every millisecond how many are in the service
    local tick = time.NewTicker(1 * ms)
    while select { recv(tick.C), recv(stop) } == 1 do
      looks, seen = looks + 1, seen + inside:Load()
    end
    tick:Stop()
  end)
  local began = time.Now()
  for i = 1, 1500 do
    local hold = about(10 * ms)
    requests:Go(function()
      local arrived = time.Now()
      inside:Add(1)
      pool:send(true)
      time.Sleep(hold)
      pool:recv()
      inside:Add(-1)
      times[i] = time.Since(arrived)
    end)
    time.Sleep(about(second // rate))
  end
  requests:Wait()
  stop:send(true)
  local total = 0
  for _, took in ipairs(times) do total = total + took end
  local lambda = #times / (time.Since(began) / second) -- a second
  local w = total / #times / second                    -- in seconds
  table.sort(times)
  return lambda, w, lambda * w, seen / looks, times[#times * 99 // 100]
end

fmt.Println("offered  served       W  L = served*W  counted   99 %")
for _, rate in ipairs({ 100, 200, 400, 600, 700, 780, 1000 }) do
  local lambda, w, product, counted, p99 = measure(rate)
  fmt.Printf("%5d/s  %4.0f/s  %3.0f ms  %12.1f  %7.1f  %3d ms  %s\n", rate,
    lambda, w * 1000, product, counted, p99 // ms,
    string.rep("#", p99 // (30 * ms)))
end
