local n = atomic.Int64(0)
local done = sync.WaitGroup("done")

local function increment()
  n:Add(1)
  done:Done()
end

done:Add(2)
go(increment)
go(increment)
done:Wait()
fmt.Println("n =", n:Load())
