local ms = time.Millisecond
local a, b, sent = chan(), chan(), atomic.Int64()
local got = chan()
go(function()
  local i, v = select { recv(a), recv(b) }
  got:send(fmt.Sprintf("case %d value %s", i, v))
end)
time.Sleep(30 * ms)
go(function() a:send("from a") sent:Add(1) end)
time.Sleep(30 * ms)
go(function() b:send("from b") sent:Add(1) end)
print((got:recv()))
time.Sleep(30 * ms)
print("sent", sent:Load())
select { recv(b, function(v) print("later", v) end), default(function() print("lost") end) }
