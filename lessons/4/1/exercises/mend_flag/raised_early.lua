-- The flag is atomic, but goes up before the letter is in.
local box = shared({ letter = "see you at eight" }, "box")
local flag = atomic.Bool(false)

local function postman()
  flag:Store(true)
  box.letter = "see you at eight"
end

go(postman)
runtime.Gosched()
if flag:Load() then
  fmt.Println("the letter says:", box.letter)
else
  fmt.Println("no letter yet")
end
