local wg, order = sync.WaitGroup(), {}
for i = 0, 299 do
  wg:Add(1)
  go(function()
    order[#order + 1] = i
    wg:Done()
  end)
end
wg:Wait()
-- the half that moved away ends before the first one that stayed; the one that found the queue full went with it
local stayed = order[2] > 0 and order[2] or order[3]
local function moved(i) return i < stayed or i == stayed + 128 end
local last, rising, early, locals = { [true] = -1, [false] = -1 }, true, 0, 0
for k = 2, 300 do
  local i = order[k]
  if i <= last[moved(i)] then rising = false end
  last[moved(i)] = i
  if not moved(i) then locals = locals + 1 end
  if moved(i) and locals < 298 - stayed then early = early + 1 end
end
print("ran", #order, "first", order[1])
print("half moved away", stayed > 120 and stayed <= 128)
print("the overflowing one is last", order[300] == stayed + 128)
print("each queue in order", rising)
print("one to three early ones from the global queue", early >= 1 and early <= 3)
