local mu = sync.Mutex()
local change = sync.Cond(mu)
local inside, who, most, mixed = 0, "", 0, 0
local function enter(group)
  mu:Lock()
  while inside == 3 or (inside > 0 and who ~= group) do change:Wait() end
  who, inside = group, inside + 1
  if inside > most then most = inside end
  mu:Unlock()
end
local function leave(group)
  mu:Lock()
  if who ~= group then mixed = mixed + 1 end
  inside = inside - 1
  mu:Unlock()
  change:Broadcast()
end
local wg = sync.WaitGroup()
for i = 1, 12 do
  wg:Go(function()
    local group = i % 2 == 0 and "even" or "odd"
    for _ = 1, 3 do
      enter(group)
      time.Sleep(time.Millisecond)
      leave(group)
    end
  end)
end
wg:Wait()
print("inside", inside, "mixed", mixed, "most", most <= 3)
