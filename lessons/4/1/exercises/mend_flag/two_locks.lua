-- A lock for the writer, another one for the reader.
local box = shared({ letter = "(nothing)", flag = false }, "box")
local mine, yours = sync.Mutex("mine"), sync.Mutex("yours")

local function postman()
  mine:Lock()
  box.letter = "see you at eight"
  box.flag = true
  mine:Unlock()
end

go(postman)
runtime.Gosched()
yours:Lock()
if box.flag then
  fmt.Println("the letter says:", box.letter)
else
  fmt.Println("no letter yet")
end
yours:Unlock()
