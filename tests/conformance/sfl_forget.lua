local ms = time.Millisecond
local sf, runs = singleflight.New(), atomic.Int64()
local function load()
  local n = runs:Add(1)
  time.Sleep(60 * ms)
  return n, nil
end
local first = sf:DoChan("k", load)
time.Sleep(20 * ms)
sf:Forget("k")
local second = sf:DoChan("k", load)
fmt.Println(first:recv().Val, second:recv().Val, "runs", runs:Load())
