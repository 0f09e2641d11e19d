local ready = chan()
go(function()
  ready:send(true)
  select {}
end)
ready:recv()
go(function()
  local f
  local _ <close> = defer(print, "never")
  go(f)
end)
chan():recv()
