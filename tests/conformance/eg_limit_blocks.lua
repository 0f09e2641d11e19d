local g = errgroup.New()
g:SetLimit(3)
local active, most, runs = atomic.Int64(), atomic.Int64(), atomic.Int64()
for _ = 1, 12 do
  g:Go(function()
    local n = active:Add(1)
    if n > most:Load() then most:Store(n) end
    time.Sleep(10 * time.Millisecond)
    active:Add(-1)
    runs:Add(1)
    return nil
  end)
end
fmt.Println(g:Wait(), "runs", runs:Load(), "most", most:Load() <= 3)
