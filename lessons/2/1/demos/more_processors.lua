-- The same eight jobs of 10 ms on 1, 2, 4 and 8 processors.
local ms = time.Millisecond

local function measure(procs)
  runtime.GOMAXPROCS(procs)
  local left = sync.WaitGroup()
  local began = time.Now()
  for _ = 1, 8 do
    left:Go(function() work(10 * ms) end)
  end
  left:Wait()
  return time.Since(began)
end

for _, procs in ipairs({ 1, 2, 4, 8 }) do
  local took = measure(procs)
  fmt.Printf("%d P  %3d ms  %s\n", procs, took // ms,
    string.rep("#", took // (2 * ms)))
end
