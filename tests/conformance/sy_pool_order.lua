local p = sync.Pool {}
local function get(n)
  for _ = 1, n do fmt.Print(p:Get(), " ") end
  fmt.Println()
end
for i = 1, 4 do p:Put(i) end
get(2)
p:Put(5)
p:Put(6)
get(5)
for i = 1, 4 do p:Put(i) end
runtime.GC()
p:Put(5)
p:Put(6)
get(7)
p:Put(1)
runtime.GC()
runtime.GC()
get(1)
