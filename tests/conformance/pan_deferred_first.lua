local function inner()
  local _ <close> = defer(print, "inner deferred")
  panic("at the bottom")
end
local function outer()
  local _1 <close> = defer(print, "outer first")
  local _2 <close> = defer(print, "outer second")
  inner()
  print("never")
end
outer()
