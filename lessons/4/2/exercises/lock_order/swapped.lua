local fork = sync.Mutex("fork")
local knife = sync.Mutex("knife")
local fed = sync.WaitGroup("fed")

local function eat(first, second)
  first:Lock()
  second:Lock()
  second:Unlock()
  first:Unlock()
  fed:Done()
end

fed:Add(2)
go(eat, knife, fork)
go(eat, fork, knife)
fed:Wait()
fmt.Println("both have eaten")
