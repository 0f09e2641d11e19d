-- The flag is looked at outside of the lock.
local box = shared({ letter = "(nothing)", flag = false }, "box")
local mu = sync.Mutex("mu")

local function postman()
  mu:Lock()
  box.letter = "see you at eight"
  box.flag = true
  mu:Unlock()
end

go(postman)
runtime.Gosched()
if box.flag then
  mu:Lock()
  fmt.Println("the letter says:", box.letter)
  mu:Unlock()
else
  fmt.Println("no letter yet")
end
