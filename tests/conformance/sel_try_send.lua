local c = chan(2)
local function try(v)
  select {
    send(c, v, function() print("sent", v, len(c)) end),
    default(function() print("full", v, len(c)) end),
  }
end
for v = 1, 4 do try(v) end
c:recv()
try(5)
local u, got = chan(), chan()
go(function() got:send((u:recv())) end)
time.Sleep(30 * time.Millisecond)
select { send(u, "taken"), default(function() print("nobody waits") end) }
print((got:recv()))
