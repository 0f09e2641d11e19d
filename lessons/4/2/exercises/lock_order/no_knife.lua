local fork = sync.Mutex("fork")
local knife = sync.Mutex("knife")
local fed = sync.WaitGroup("fed")

local function eat(first, second)
  first:Lock()
  first:Unlock()
  fed:Done()
end

fed:Add(2)
go(eat, fork, knife)
go(eat, knife, fork)
fed:Wait()
fmt.Println("both have eaten")
