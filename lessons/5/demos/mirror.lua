-- A service, and a new version of it that is to see a twentieth of the traffic
-- first. Sometimes it answers differently, and after a second it gets stuck.
local ms, second = time.Millisecond, time.Second

local function old_version(id)
  time.Sleep(10 * ms)
  return id * 3
end

local function new_version(id)
  time.Sleep(id <= 500 and 100 * ms or 3 * second)
  return id % 7 == 3 and id or id * 3
end

local function compare(counts, id, answer)
  counts.mirrored:Add(1)
  if new_version(id) ~= answer then counts.differ:Add(1) end
end

-- Four ways to hand over a copy; each is copy(id, answer) and stop().
local ways = {}

function ways.off() return function() end, function() end end

function ways.waits(counts)
  return function(id, answer) compare(counts, id, answer) end, function() end
end

function ways.unbounded(counts)
  local copies = sync.WaitGroup("copies")
  return function(id, answer)
    copies:Go(function() compare(counts, id, answer) end)
  end, function() copies:Wait() end
end

-- At most four copies on their way and four in the queue; others are dropped.
function ways.bounded(counts)
  local queue, copies = chan(4, "copies"), sync.WaitGroup("copiers")
  for _ = 1, 4 do
    copies:Go(function()
      for copy in range(queue) do compare(counts, copy.id, copy.answer) end
    end)
  end
  return function(id, answer)
    select {
      send(queue, { id = id, answer = answer }),
      default(function() counts.dropped:Add(1) end),
    }
  end, function()
    close(queue)
    copies:Wait()
  end
end

-- 500 requests a second for 2 s.
local function measure(way)
  local counts = { mirrored = atomic.Int64(), differ = atomic.Int64(),
                   dropped = atomic.Int64() }
  local copy, stop = ways[way](counts)
  local times, clients, most = {}, sync.WaitGroup("clients"), 0
  for id = 1, 1000 do
    clients:Go(function()
      local arrived = time.Now()
      local answer = old_version(id)
      if id % 20 == 0 then copy(id, answer) end
      times[id] = time.Since(arrived)
    end)
    time.Sleep(second // 500)
    most = math.max(most, runtime.NumGoroutine())
  end
  clients:Wait()
  stop()
  table.sort(times)
  fmt.Printf("%-10s  %2d ms  %4d ms  %8d  %6d  %7d  %10d\n", way,
    times[500] // ms, times[990] // ms, counts.mirrored:Load(),
    counts.differ:Load(), counts.dropped:Load(), most)
end

fmt.Println("mirror     median     99 %  mirrored  differ  dropped  goroutines")
local all = { "off", "waits", "unbounded", "bounded" }
for _, way in ipairs(ways[arg[1]] and { arg[1] } or all) do
  measure(way)
end
