local b = atomic.Bool()
fmt.Println(b:Load(), b:Swap(true), b:Load(), b:CompareAndSwap(false, true), b:CompareAndSwap(true, false), b:Load())
local won, wg = atomic.Int64(), sync.WaitGroup()
for _ = 1, 20 do
  wg:Go(function()
    if b:CompareAndSwap(false, true) then won:Add(1) end
  end)
end
wg:Wait()
fmt.Println("winners", won:Load())
