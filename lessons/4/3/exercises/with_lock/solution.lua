local cell = shared({ n = 0 }, "cell")
local mu = sync.Mutex("mu")
local done = sync.WaitGroup("done")

local function increment()
  mu:Lock()
  cell.n = cell.n + 1
  mu:Unlock()
  done:Done()
end

done:Add(2)
go(increment)
go(increment)
done:Wait()
fmt.Println("n =", cell.n)
