-- Events go through a queue to function workers. A worker needs 400 ms before
-- its first event; one that has had nothing to do for a second is taken away,
-- but `warm` of them stay.
local ms, second = time.Millisecond, time.Second
local start, takes, idle = 400 * ms, 20 * ms, 1 * second

local function platform(warm)
  return { warm = warm, queue = chan(100, "events"), stop = chan(0, "stop"),
           workers = atomic.Int64(), free = atomic.Int64(),
           cold = atomic.Int64(), paid = atomic.Int64(),
           all = sync.WaitGroup("workers") }
end

-- True: there was an event. False: idle for too long, or the end.
local function next_event(p)
  local limit = time.NewTimer(idle)
  local _ <close> = defer(limit.Stop, limit)
  local case, event = select { recv(p.queue), recv(limit.C), recv(p.stop) }
  if case ~= 1 then return case == 2 and p.workers:Load() <= p.warm end
  p.free:Add(-1)
  time.Sleep(takes)
  event.took = time.Since(event.sent)
  event.all:Done()
  p.free:Add(1)
  return true
end

local function worker(p, is_cold)
  local born = time.Now()
  if is_cold then time.Sleep(start) end
  p.free:Add(1)
  while next_event(p) do end
  p.free:Add(-1)
  p.workers:Add(-1)
  p.paid:Add(time.Since(born))
end

local function add_worker(p, is_cold)
  p.workers:Add(1)
  p.cold:Add(is_cold and 1 or 0)
  p.all:Go(function() worker(p, is_cold) end)
end

-- An event; if nobody is free for it, one worker more, up to 20.
local function publish(p, event)
  if p.free:Load() <= len(p.queue) and p.workers:Load() < 20 then
    add_worker(p, true)
  end
  p.queue:send(event)
end

-- Four bursts, 3 s apart: 40 events, one every 5 ms.
local function measure(warm)
  local p, events, all = platform(warm), {}, sync.WaitGroup("events")
  for _ = 1, warm do add_worker(p, false) end
  for _ = 1, 4 do
    time.Sleep(3 * second)
    for _ = 1, 40 do
      local event = { sent = time.Now(), all = all }
      events[#events + 1] = event
      all:Add(1)
      publish(p, event)
      time.Sleep(5 * ms)
    end
  end
  all:Wait()
  close(p.stop)
  p.all:Wait()
  table.sort(events, function(a, b) return a.took < b.took end)
  local p99 = events[158].took // ms
  fmt.Printf("%4d  %4d  %3d ms  %3d ms  %5.1f s  %4.1f %%  %s\n", warm,
    p.cold:Load(), events[80].took // ms, p99, p.paid:Load() / second,
    100 * #events * takes / p.paid:Load(), string.rep("#", p99 // 20))
end

fmt.Println("warm  cold  median    99 %  workers   busy")
local only = tonumber(arg[1])
for _, warm in ipairs(only and { only } or { 0, 2, 4, 6, 8 }) do
  measure(warm)
end
