-- The same with an atomic flag. The letter is as plain as it was.
local box = shared({ letter = "(nothing)" }, "box")
local flag = atomic.Bool(false)

local function postman()
  box.letter = "see you at eight"
  flag:Store(true)
end

go(postman)
runtime.Gosched()
if flag:Load() then
  fmt.Println("the letter says:", box.letter)
else
  fmt.Println("no letter yet")
end
