-- Compare and swap: write only if nobody else has written meanwhile.
local n = atomic.Int64(0)
local done = sync.WaitGroup("done")

local function double_and_add(x)
  while true do
    local seen = n:Load()
    work(200)
    if n:CompareAndSwap(seen, 2 * seen + x) then
      break
    end
    fmt.Println("somebody was faster than +" .. x .. ", once more")
  end
  done:Done()
end

done:Add(3)
for x = 1, 3 do
  go(double_and_add, x)
end
done:Wait()
fmt.Println("n =", n:Load())
