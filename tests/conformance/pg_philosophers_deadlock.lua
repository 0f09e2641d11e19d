local forks, wg = { sync.Mutex(), sync.Mutex(), sync.Mutex() }, sync.WaitGroup()
for i = 1, 3 do
  wg:Go(function()
    forks[i]:Lock()
    time.Sleep(50 * time.Millisecond)
    forks[i % 3 + 1]:Lock()
    print("eats")
  end)
end
print("three sit down")
wg:Wait()
