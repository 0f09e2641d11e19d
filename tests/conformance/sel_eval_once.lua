local ready = chan(1)
ready:send("ready")
local function ch(name, c)
  print("channel", name)
  return c
end
local function value(v)
  print("value", v)
  return v
end
select {
  send(ch("a", nilchan), value(1)),
  recv(ch("b", ready), function(v) print("taken", v) end),
  send(ch("c", chan()), value(2)),
}
