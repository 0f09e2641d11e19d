local tick = time.NewTicker(10 * time.Millisecond)
local n = 0
for _ in range(tick.C) do
  n = n + 1
  print("tick", n)
  if n == 2 then tick:Stop() end
end
