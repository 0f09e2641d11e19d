-- One entry in a map of two stripes. It is carried to the other
-- stripe and back; whoever carries it holds both locks.
local mu = { sync.Mutex("s1"), sync.Mutex("s2") }
local entries = shared({ 1, 0 }, "entries") -- how many in each stripe
local done = sync.WaitGroup("done")

local function carry(from, to)
  mu[1]:Lock()
  mu[2]:Lock()
  entries[from] = entries[from] - 1
  entries[to] = entries[to] + 1
  mu[2]:Unlock()
  mu[1]:Unlock()
end

local function size()
  return entries[1] + entries[2]
end

done:Add(1)
go(function()
  carry(1, 2)
  carry(2, 1)
  done:Done()
end)
fmt.Println("size", size())
done:Wait()
