local h_slots, o_slots = semaphore.NewWeighted(2), semaphore.NewWeighted(1)
local arrive, leave = chan(), chan()
local bg = context.Background()
local molecules, wrong = 0, 0
go(function()
  while true do
    local n = { H = 0, O = 0 }
    for _ = 1, 3 do
      local kind, ok = arrive:recv()
      if not ok then return close(leave) end
      n[kind] = n[kind] + 1
    end
    if n.H ~= 2 or n.O ~= 1 then wrong = wrong + 1 end
    molecules = molecules + 1
    for _ = 1, 3 do leave:send(true) end
  end
end)
local wg = sync.WaitGroup()
for i = 1, 30 do
  wg:Go(function()
    local kind = i % 3 == 0 and "O" or "H"
    local slots = kind == "O" and o_slots or h_slots
    slots:Acquire(bg, 1)
    arrive:send(kind)
    leave:recv()
    slots:Release(1)
  end)
end
wg:Wait()
close(arrive)
leave:recv()
print("molecules", molecules, "wrong", wrong)
