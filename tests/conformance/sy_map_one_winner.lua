local m, wg = sync.Map(), sync.WaitGroup()
local stored, loaded, odd = atomic.Int64(), atomic.Int64(), atomic.Int64()
for i = 1, 20 do
  wg:Go(function()
    runtime.Gosched()
    local v, was = m:LoadOrStore("key", i)
    if was then loaded:Add(1) else stored:Add(1) end
    if v ~= m:Load("key") then odd:Add(1) end
  end)
end
wg:Wait()
print("stored", stored:Load(), "loaded", loaded:Load(), "odd", odd:Load())
