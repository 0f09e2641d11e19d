local cell = shared({ n = 0 }, "cell")
local done = sync.WaitGroup("done")

local function increment_twice()
  cell.n = cell.n + 1
  cell.n = cell.n + 1
  done:Done()
end

done:Add(2)
go(increment_twice)
go(increment_twice)
done:Wait()
fmt.Println("n =", cell.n)
