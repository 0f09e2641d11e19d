-- Shelves 1 and 3 belong to the odd stripe, shelf 2 to the even one.
local mu = { [0] = sync.Mutex("even"), [1] = sync.Mutex("odd") }
local shelf = shared({ 10, 10, 10 }, "shelf")
local done = sync.WaitGroup("done")

local function move(from, to)
  local i, j = from % 2, to % 2
  local a, b = mu[math.min(i, j)], mu[math.max(i, j)]
  a:Lock()
  b:Lock()
  shelf[from] = shelf[from] - 1
  shelf[to] = shelf[to] + 1
  b:Unlock()
  a:Unlock()
  done:Done()
end

done:Add(3)
go(move, 1, 2)
go(move, 2, 1)
go(move, 1, 3)

mu[0]:Lock()
mu[1]:Lock()
fmt.Println("in stock:", shelf[1] + shelf[2] + shelf[3])
mu[1]:Unlock()
mu[0]:Unlock()
done:Wait()
