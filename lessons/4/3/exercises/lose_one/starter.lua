local cell = shared({ n = 0 }, "cell")
local done = sync.WaitGroup("done")

local function increment()
  cell.n = cell.n + 1
  done:Done()
end

done:Add(2)
go(increment)
go(increment)
done:Wait()
fmt.Println("n =", cell.n)
