local sf, runs = singleflight.New(), atomic.Int64()
local function load()
  runs:Add(1)
  time.Sleep(50 * time.Millisecond)
  return "value", nil
end
local a, b = sf:DoChan("k", load), sf:DoChan("k", load)
local x, y = a:recv(), b:recv()
fmt.Println(x.Val, x.Err, x.Shared)
fmt.Println(y.Val, y.Err, y.Shared)
fmt.Println("runs", runs:Load())
local z = sf:DoChan("k", function() return nil, errors.New("failed") end):recv()
fmt.Println(z.Val, z.Err, z.Shared)
