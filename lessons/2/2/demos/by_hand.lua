-- One coroutine, resumed by hand. Follow the values: they travel both ways.
local echo = coroutine.create(function(x)
  while x do
    x = coroutine.yield(x * 2)
  end
  return "that was all"
end)

local function ask(x)
  local _, answer = coroutine.resume(echo, x)
  fmt.Println(x, "->", answer, "  now", coroutine.status(echo))
end

fmt.Println("before:", coroutine.status(echo))
ask(1)
ask(10)
ask(nil)
