local cell = shared({ n = 0 }, "cell")
local mu = sync.Mutex("mu")
local done = sync.WaitGroup("done")

local function increment()
  local seen = cell.n
  mu:Lock()
  cell.n = seen + 1
  mu:Unlock()
  done:Done()
end

done:Add(2)
go(increment)
go(increment)
done:Wait()
fmt.Println("n =", cell.n)
