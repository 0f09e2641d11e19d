local box = shared({ letter = "(nothing)", flag = false }, "box")

local function postman()
  box.letter = "see you at eight"
  box.flag = true
end

go(postman)
time.Sleep(time.Second)
if box.flag then
  fmt.Println("the letter says:", box.letter)
else
  fmt.Println("no letter yet")
end
