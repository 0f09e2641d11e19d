-- A letter, and a flag on the box that says it has come.
local box = shared({ letter = "(nothing)", flag = false }, "box")

local function postman()
  box.letter = "see you at eight"
  box.flag = true
end

go(postman)
runtime.Gosched()
if box.flag then
  fmt.Println("the letter says:", box.letter)
else
  fmt.Println("no letter yet")
end
