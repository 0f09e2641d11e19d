-- Goroutines that are inside gopark's own libraries, some before the first
-- instruction of the program's; all stop in the end.

local g, ctx = errgroup.WithContext(context.Background())
local flights = singleflight.New()
local sem = semaphore.NewWeighted(2)
local map, once = sync.Map(), sync.Once()
map:Store("a", 1)
g:SetLimit(3)
for i = 1, 3 do
  g:Go(function()
    sem:Acquire(ctx, 1)
    local v = flights:Do("k", function() time.Sleep(1000) return 5 end)
    once:Do(function() time.Sleep(500) end)
    map:Range(function(k, v) time.Sleep(10) return true end)
    sem:Release(1)
  end)
end
local stop = context.AfterFunc(ctx, function() time.Sleep(100000) end)
local later, cancel = context.WithTimeout(ctx, 50)
local never = chan()
go(function()
  sem:Acquire(context.Background(), 2)
  sem:Acquire(context.Background(), 2)
end)
go(function() once:Do(function() never:recv() end) end)
g:Wait()
flights:Do("z", function() never:recv() end)
