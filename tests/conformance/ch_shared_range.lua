local c, wg = chan(4), sync.WaitGroup()
local seen, mu = {}, sync.Mutex()
for _ = 1, 4 do
  wg:Go(function()
    for v in range(c) do
      mu:Lock()
      seen[v] = (seen[v] or 0) + 1
      mu:Unlock()
    end
  end)
end
for i = 1, 200 do c:send(i) end
close(c)
wg:Wait()
local once, others = 0, 0
for i = 1, 200 do
  if seen[i] == 1 then once = once + 1 else others = others + 1 end
end
print("once", once, "otherwise", others)
