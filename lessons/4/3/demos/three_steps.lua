-- n = n + 1, taken apart. Two goroutines do it once each.
local cell = shared({ n = 0 }, "cell")
local done = sync.WaitGroup("done")

local function increment()
  local seen = cell.n
  seen = seen + 1
  cell.n = seen
  done:Done()
end

done:Add(2)
go(increment)
go(increment)
done:Wait()
fmt.Println("n =", cell.n)
