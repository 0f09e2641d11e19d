local word = ""
local function write(letter) word = word .. letter end

local co = coroutine.create(function()
  write("A")
  coroutine.yield()
  write("K")
end)

write("P")
coroutine.resume(co)
write("R")
coroutine.resume(co)
fmt.Println(word)
