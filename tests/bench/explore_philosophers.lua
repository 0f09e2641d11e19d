-- Four philosophers: left fork, right fork, right down, left down.
local forks, philosophers = {}, {}
for i = 1, 4 do forks[i] = sync.Mutex("fork" .. i) end
for i = 1, 4 do
  local left, right = forks[i], forks[i % 4 + 1]
  philosophers[i] = function()
    left:Lock()
    right:Lock()
    right:Unlock()
    left:Unlock()
  end
end
check.par(table.unpack(philosophers))
