local A, B = sync.Mutex("A"), sync.Mutex("B")

local function eat(first, second)
  first:Lock()
  second:Lock()
  second:Unlock()
  first:Unlock()
end

go(eat, A, B)
go(eat, B, A)
time.Sleep(time.Second)
A:Lock()
print("full")
