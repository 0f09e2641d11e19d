local made = 0
local p = sync.Pool { New = function() made = made + 1 return { n = made } end }
local a, b = p:Get(), p:Get()
print(a.n, b.n, a ~= b, made)
local empty = sync.Pool {}
fmt.Println(empty:Get())
empty:Put(nil)
fmt.Println(empty:Get())
