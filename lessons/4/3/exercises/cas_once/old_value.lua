local n = atomic.Int64(0)
local done = sync.WaitGroup("done")

local function double_plus_one()
  local seen = n:Load()
  while not n:CompareAndSwap(seen, 2 * seen + 1) do
  end
  done:Done()
end

done:Add(2)
go(double_plus_one)
go(double_plus_one)
done:Wait()
fmt.Println("n =", n:Load())
