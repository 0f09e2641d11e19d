local mu, cache, calls = sync.Mutex(), {}, atomic.Int64()
local function get(key)
  mu:Lock()
  local e = cache[key]
  if not e then
    e = { ready = chan() }
    cache[key] = e
    mu:Unlock()
    calls:Add(1)
    time.Sleep(10 * time.Millisecond)
    e.value = #key * 100
    close(e.ready)
  else
    mu:Unlock()
    e.ready:recv()
  end
  return e.value
end
local wg, sum = sync.WaitGroup(), atomic.Int64()
for i = 1, 20 do
  wg:Go(function()
    for _, k in ipairs { "a", "bb", "ccc", "dddd" } do sum:Add(get(k)) end
  end)
end
wg:Wait()
print("calls", calls:Load(), "sum", sum:Load())
