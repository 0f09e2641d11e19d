-- Resumed before anything else is written.
local word = ""
local function write(letter) word = word .. letter end

local co = coroutine.create(function()
  write("A")
  coroutine.yield()
  write("K")
end)

coroutine.resume(co)
write("P")
coroutine.resume(co)
write("R")
fmt.Println(word)
