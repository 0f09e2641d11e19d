local wg, stop = sync.WaitGroup(), time.Now() + 150 * time.Millisecond
local last, turns = 0, 0
for i = 1, 2 do
  wg:Go(function()
    while time.Now() < stop do
      if last ~= i then
        last = i
        turns = turns + 1
      end
      work(100 * time.Microsecond)
    end
  end)
end
wg:Wait()
print("turns", turns >= 4 and turns <= 40)
