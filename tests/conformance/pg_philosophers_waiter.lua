local N = 5
local seats, wg, meals = chan(N - 1), sync.WaitGroup(), atomic.Int64()
local forks = {}
for i = 1, N do forks[i] = sync.Mutex() end
for i = 1, N do
  wg:Go(function()
    for _ = 1, 6 do
      seats:send(true)
      forks[i]:Lock()
      runtime.Gosched()
      forks[i % N + 1]:Lock()
      meals:Add(1)
      forks[i % N + 1]:Unlock()
      forks[i]:Unlock()
      seats:recv()
    end
  end)
end
wg:Wait()
print("meals", meals:Load())
