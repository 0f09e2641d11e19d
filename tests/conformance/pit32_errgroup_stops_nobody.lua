local ms = time.Millisecond
local g, ctx = errgroup.WithContext(context.Background())
local deaf, watching = atomic.Int64(), atomic.Int64()
g:Go(function() return errors.New("first to fail") end)
g:Go(function()
  for _ = 1, 5 do
    time.Sleep(10 * ms)
    deaf:Add(1)
  end
  return errors.New("too late")
end)
g:Go(function()
  for _ = 1, 5 do
    local i = select { recv(ctx:Done()), recv(time.After(20 * ms)) }
    if i == 1 then return ctx:Err() end
    watching:Add(1)
  end
  return nil
end)
fmt.Println(g:Wait())
fmt.Println("deaf", deaf:Load(), "watching", watching:Load())
fmt.Println(ctx:Err(), context.Cause(ctx))
