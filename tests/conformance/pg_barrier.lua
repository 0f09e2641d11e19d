local N = 5
local mu = sync.Mutex()
local turn = sync.Cond(mu)
local waiting, phase, early = 0, 0, 0
local function barrier()
  mu:Lock()
  local mine = phase
  waiting = waiting + 1
  if waiting == N then
    waiting, phase = 0, phase + 1
    turn:Broadcast()
  else
    while phase == mine do turn:Wait() end
  end
  mu:Unlock()
end
local done, wg = { 0, 0, 0, 0, 0 }, sync.WaitGroup()
for i = 1, N do
  wg:Go(function()
    for p = 1, 6 do
      time.Sleep(i * p % 4 * time.Millisecond)
      done[i] = p
      barrier()
      for k = 1, N do
        if done[k] < p then early = early + 1 end
      end
      barrier()
    end
  end)
end
wg:Wait()
print("phases", phase, "early", early)
