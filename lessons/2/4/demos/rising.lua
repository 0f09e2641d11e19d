-- A service answers a request every 10 ms. Some answers come too late, and
-- then the helper that fetched them is left standing.
local ms = time.Millisecond

local function serve(request, slots)
  local reply = chan(slots)
  go(function()
    time.Sleep((request % 3) * 4 * ms)
    reply:send("page " .. request)
  end)
  select { recv(reply), recv(time.After(6 * ms)) }
end

local function count_goroutines(name, slots)
  local before = runtime.NumGoroutine()
  for request = 1, 60 do
    serve(request, slots)
    time.Sleep(10 * ms)
    if request % 12 == 0 then
      local more = runtime.NumGoroutine() - before
      fmt.Printf("%-10s after %2d requests: %2d %s\n", name, request, more,
        string.rep("*", more))
    end
  end
end

count_goroutines("unbuffered", 0)
count_goroutines("one slot", 1)
