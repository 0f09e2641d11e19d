local mu, got = sync.Mutex(), atomic.Bool()
local waited = chan(1)
mu:Lock()
go(function()
  local start = time.Now()
  mu:Lock()
  waited:send(time.Since(start))
  got:Store(true)
  mu:Unlock()
end)
time.Sleep(10 * time.Millisecond)
local rounds = 0
while not got:Load() and rounds < 2000 do
  mu:Unlock()
  mu:Lock()
  work(200 * time.Microsecond)
  rounds = rounds + 1
end
mu:Unlock()
print("within a few rounds", rounds < 200)
print("waited less than 60 ms", waited:recv() < 60 * time.Millisecond)
