local M = 4
local mu = sync.Mutex()
local empty, full = sync.Cond(mu), sync.Cond(mu)
local servings, refills, eaten, wrong = 0, 0, 0, 0
local wg, over = sync.WaitGroup(), false
go(function()
  mu:Lock()
  while not over do
    if servings == 0 then
      servings = M
      refills = refills + 1
      full:Broadcast()
    end
    empty:Wait()
  end
  mu:Unlock()
end)
for _ = 1, 5 do
  wg:Go(function()
    for _ = 1, 8 do
      mu:Lock()
      while servings == 0 do
        empty:Signal()
        full:Wait()
      end
      servings = servings - 1
      if servings < 0 then wrong = wrong + 1 end
      eaten = eaten + 1
      mu:Unlock()
      runtime.Gosched()
    end
  end)
end
wg:Wait()
mu:Lock()
over = true
mu:Unlock()
empty:Signal()
print("eaten", eaten, "refills", refills, "wrong", wrong)
